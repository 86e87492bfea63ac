package org.hasekura.node;

import java.net.InetAddress;
import java.util.Optional;
import org.hasekura.identity.AddressGuard;
import org.hasekura.identity.Admission;

/** Tells whether a machine may be contacted. It is asked for the very address that is then connected to. */
@FunctionalInterface
public interface AddressCheck {

    /** Why not, in words; empty when it may be. */
    Optional<String> refusal(InetAddress address);

    /** For addresses that strangers name. */
    static AddressCheck guarding(Admission admission) {
        return address -> switch (AddressGuard.check(address, admission)) {
            case AddressGuard.Verdict.Open _ -> Optional.empty();
            case AddressGuard.Verdict.Blocked blocked -> Optional.of(blocked.words());
        };
    }

    /** For an address that a person of ours names on the command line. */
    static AddressCheck none() {
        return _ -> Optional.empty();
    }
}
