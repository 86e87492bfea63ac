package org.hasekura.evidence;

import java.io.IOException;

/** The files of a log do not say what they must; nothing was changed. Rebuild the tiles from the entries. */
public final class LogDamagedException extends IOException {

    private static final long serialVersionUID = 1;

    /** Damage, described with the place. */
    public LogDamagedException(String message) {
        super(message);
    }
}
