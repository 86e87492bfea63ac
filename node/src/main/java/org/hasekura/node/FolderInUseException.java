package org.hasekura.node;

import java.io.IOException;

/** Another node works in this data folder. Nothing was changed. */
public final class FolderInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    FolderInUseException(String message) {
        super(message);
    }
}
