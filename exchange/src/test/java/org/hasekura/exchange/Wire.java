package org.hasekura.exchange;

import java.time.Duration;

/** The network between two sides: says what becomes of each try to send a message. */
interface Wire {

    /** Every message arrives at once, and so does its answer. */
    Wire GOOD = (_, _) -> new Fate.Arrives();

    Fate fate(Outgoing message, Side from);

    /** What becomes of one try. */
    sealed interface Fate {

        record Arrives() implements Fate {}

        /** The peer never sees it. */
        record RequestLost() implements Fate {}

        /** The connection breaks when so many characters of the body have come; the peer sees no end of it. */
        record ArrivesInPart(int characters) implements Fate {}

        /** The peer has it, and the sender does not know. */
        record AnswerLost() implements Fate {}

        /** The sender has given up on this try when the peer gets it. */
        record ArrivesLate(Duration later) implements Fate {}

        /** The same bytes with the same token come a second time. */
        record ComesTwice(Duration later) implements Fate {}

        /** The peer goes on while its answer is on its way. */
        record AnswerSlow(Duration later) implements Fate {}

        /** The peer never sees it, and something answers in its place. */
        record Answered(int status, String body) implements Fate {}
    }
}
