package org.hasekura.node;

/**
 * One thing that can be set.
 *
 * @param key as it stands in the file
 * @param byDefault the text that holds when the file says nothing
 * @param isNeeded whether the file must say something; the default is then empty
 * @param comment one line for the person who sets it
 */
record Setting<T>(String key, String byDefault, boolean isNeeded, String comment, ValueKind<T> kind) {

    static <T> Setting<T> of(String key, String byDefault, String comment, ValueKind<T> kind) {
        return new Setting<>(key, byDefault, false, comment, kind);
    }

    static <T> Setting<T> needed(String key, String comment, ValueKind<T> kind) {
        return new Setting<>(key, "", true, comment, kind);
    }
}
