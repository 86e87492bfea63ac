package org.hasekura.policy;

import java.util.function.Function;

/** What came of reading something from outside: the value, or where it is wrong and why. */
public sealed interface Reading<T> {

    record Read<T>(T value) implements Reading<T> {}

    /**
     * That it was refused.
     *
     * @param path where the fault is, for example {@code offer.permission[0].constraint[1].operator}; {@code body} for the
     *     whole
     * @param words what is wrong there and what would do, for a person
     */
    record Refused<T>(String path, String words) implements Reading<T> {
        /** Path and words in one sentence. */
        public String sentence() {
            return "`" + path + "` " + words;
        }
    }

    /** The same reading of something made from the value. */
    default <U> Reading<U> map(Function<? super T, ? extends U> made) {
        return switch (this) {
            case Read<T>(T value) -> new Read<>(made.apply(value));
            case Refused<T>(String path, String words) -> new Refused<>(path, words);
        };
    }
}
