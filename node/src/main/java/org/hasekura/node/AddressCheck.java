package org.hasekura.node;

import java.net.InetAddress;
import java.util.Optional;

/** Tells whether a machine may be contacted. It is asked for the very address that is then connected to. */
@FunctionalInterface
public interface AddressCheck {

    /** Why not, in words; empty when it may be. */
    Optional<String> refusal(InetAddress address);
}
