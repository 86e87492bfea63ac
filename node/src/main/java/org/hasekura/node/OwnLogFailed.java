package org.hasekura.node;

import java.io.IOException;

/**
 * The files of this node's own log cannot be read or written. They are derived: every entry is in the store, and the files
 * are made again as soon as the disk lets them.
 */
final class OwnLogFailed extends IOException {
    private static final long serialVersionUID = 1L;

    OwnLogFailed(IOException cause) {
        super(
                "the files of this node's evidence log cannot be read or written (" + cause.getMessage()
                        + "); no entry is lost, ask again when there is room on the disk and the folder can be written",
                cause);
    }
}
