package org.hasekura.evidence;

/** What came of reading text or bytes from outside: the value, or why it cannot be one. */
public sealed interface Parsed<T> {

    /** It reads well. */
    record Valid<T>(T value) implements Parsed<T> {}

    /** It does not; {@code reason} is for a person, in lower case, with the offending input in backticks. */
    record Malformed<T>(String reason) implements Parsed<T> {}

    /** The value; {@link IllegalStateException} with the reason if there is none. For what we wrote ourselves. */
    default T orElseThrow() {
        return switch (this) {
            case Valid<T>(T value) -> value;
            case Malformed<T>(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /** A step of reading that may find the input malformed. */
    @FunctionalInterface
    interface Step<T> {
        T read() throws MalformedException;
    }

    static <T> Parsed<T> reading(Step<T> step) {
        try {
            return new Valid<>(step.read());
        } catch (MalformedException e) {
            return new Malformed<>(e.reason());
        }
    }
}
