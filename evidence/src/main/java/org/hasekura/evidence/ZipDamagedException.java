package org.hasekura.evidence;

import java.io.IOException;

/** A file in an archive is not what was packed. */
final class ZipDamagedException extends IOException {

    private static final long serialVersionUID = 1;

    ZipDamagedException(String message) {
        super(message);
    }
}
