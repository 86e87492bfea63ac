package org.hasekura.exchange;

/** What became of input from outside: the value it stands for, or where and why it does not stand for one. */
public sealed interface Read<T> {

    /** The input is well formed and within the limits. */
    record Ok<T>(T value) implements Read<T> {}

    /**
     * The input is refused; nothing was done with it.
     *
     * @param path where in the input, e.g. {@code offer.permission[0].action}; {@code body} for the whole
     * @param words what is wrong there and what is expected, without the path
     */
    record Invalid<T>(String path, String words) implements Read<T> {

        /** One sentence for the sender. */
        public String sentence() {
            return "`" + path + "` " + words;
        }
    }
}
