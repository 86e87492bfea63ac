package org.hasekura.exchange;

import java.io.IOException;

/** The storage has failed. Nothing more is read or written until the store is opened again. */
public final class StoreFailed extends IOException {
    private static final long serialVersionUID = 1L;

    public StoreFailed(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreFailed(String message) {
        super(message);
    }
}
