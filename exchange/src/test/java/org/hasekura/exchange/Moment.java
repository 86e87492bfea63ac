package org.hasekura.exchange;

/** A moment at which a node may die. */
sealed interface Moment {

    /** How far a commit has come. */
    enum Stage {
        /** Nothing is written. */
        BEFORE,
        /** It is written, and the disk was not yet asked to keep it. */
        WRITTEN,
        /** It is durable, and nobody knows. */
        DURABLE
    }

    record Commits(Stage stage, Commit commit) implements Moment {}

    /** Whether a commit has come just so far. */
    default boolean isAt(Stage stage) {
        return this instanceof Commits(Stage reached, var _) && reached == stage;
    }

    /** The peer has taken our message and answered, and the answer was not read. */
    record Sends(Outgoing message) implements Moment {}

    /** A peer's message was read, and nothing was done about it. */
    record Hears(Outgoing message) implements Moment {}

    /** All that the peer's message does is done, and half of the answer to it is out. */
    record Answers(Outgoing message) implements Moment {}
}
