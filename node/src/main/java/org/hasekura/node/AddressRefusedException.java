package org.hasekura.node;

import java.io.IOException;

/** The address may not be contacted. Nothing was sent; trying again does not help. */
public final class AddressRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    AddressRefusedException(String message) {
        super(message);
    }
}
