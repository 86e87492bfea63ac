package org.hasekura.partnership;

import java.util.regex.Pattern;

/** The SHA-256 of an event in its one written form, in hex: whoever changes the event changes its name. */
public record EventId(String hex) implements Comparable<EventId> {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public EventId {
        if (!isShaped(hex)) {
            throw new IllegalArgumentException("`" + hex + "` is no SHA-256 in hex");
        }
    }

    public static boolean isShaped(String hex) {
        return SHAPE.matcher(hex).matches();
    }

    /** Enough to tell it from others in a list. */
    public String brief() {
        return hex.substring(0, 12);
    }

    @Override
    public int compareTo(EventId other) {
        return hex.compareTo(other.hex);
    }
}
