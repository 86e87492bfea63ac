package org.hasekura.partnership;

/** What came of reading something from outside. */
public sealed interface Read<T> {

    record Done<T>(T value) implements Read<T> {}

    /**
     * Nothing was taken from it.
     *
     * @param place field, row or line
     * @param words what is wrong there and what to do
     */
    record Refused<T>(String place, String words) implements Read<T> {
        public String line() {
            return place.isEmpty() ? words : "`" + place + "` " + words;
        }
    }
}
