package org.hasekura.delivery;

import java.io.IOException;

/** The transfer was suspended or has ended while its bytes moved: no further one was handed on. */
public final class CutOff extends IOException {
    private static final long serialVersionUID = 1L;

    CutOff() {
        super("the transfer was suspended or has ended");
    }
}
