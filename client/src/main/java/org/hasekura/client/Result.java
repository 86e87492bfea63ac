package org.hasekura.client;

import java.util.Optional;
import java.util.function.Function;

/** What came of asking a node. */
public sealed interface Result<T> {

    /**
     * Done, and durable on the node where something was changed.
     *
     * @param version of what was read or changed, as {@code ETag} says it; for a change that is meant for it alone
     */
    record Done<T>(T value, Optional<String> version) implements Result<T> {}

    /** The node refused; nothing was changed. */
    record Refused<T>(Problem problem) implements Result<T> {}

    /**
     * No answer came, also when asked again. A change may or may not have been made: the same call under the same key tells
     * which, within 24 hours.
     *
     * @param key of the request that changes something; absent of others
     */
    record Unreachable<T>(String reason, Optional<String> key) implements Result<T> {}

    /** The same result with something made of the value. */
    default <U> Result<U> map(Function<? super T, ? extends U> made) {
        return switch (this) {
            case Done<T>(T value, var version) -> new Done<>(made.apply(value), version);
            case Refused<T>(Problem problem) -> new Refused<>(problem);
            case Unreachable<T>(String reason, var key) -> new Unreachable<>(reason, key);
        };
    }

    /**
     * The value.
     *
     * @throws RequestFailed where there is none
     */
    default T orElseThrow() throws RequestFailed {
        return switch (this) {
            case Done<T> done -> done.value();
            case Refused<T>(Problem problem) -> throw new RequestFailed(problem);
            case Unreachable<T>(String reason, var _) -> throw new RequestFailed(reason);
        };
    }
}
