package org.hasekura.evidence;

/** Text from outside that is not what it should be; never leaves the room, see {@link Parsed}. */
final class MalformedException extends Exception {

    MalformedException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
