package org.hasekura.exchange;

import java.util.Locale;

/**
 * What a message does to a conversation: the answer of {@link NegotiationTable} and of {@link TransferTable}.
 *
 * @param <S> the states of the conversation
 */
public sealed interface Step<S extends State> {

    /** The message is legal here; the state after it. */
    record Moved<S extends State>(S to) implements Step<S> {}

    /** The message is not legal here; nothing changes. */
    record Refused<S extends State>(S in, Message<S> message, Role by) implements Step<S> {
        public String reason() {
            return "a " + message.type() + " from the " + by.name().toLowerCase(Locale.ROOT)
                    + " is not possible while the " + message.kind().word() + " is " + in;
        }
    }

    /** The step of a message that the table draws or does not draw here. */
    static <S extends State> Step<S> of(boolean drawn, S in, Message<S> message, Role by) {
        return drawn ? new Moved<>(message.leadsTo()) : new Refused<>(in, message, by);
    }
}
