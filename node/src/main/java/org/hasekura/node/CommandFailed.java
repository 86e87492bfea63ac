package org.hasekura.node;

/** A command was refused or failed; the message tells the person why. The process ends with 1. */
final class CommandFailed extends Exception {
    private static final long serialVersionUID = 1L;

    CommandFailed(String message) {
        super(message);
    }
}
