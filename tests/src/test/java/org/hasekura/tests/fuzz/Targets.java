package org.hasekura.tests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.hasekura.delivery.DeliveryTargets;
import org.hasekura.evidence.EvidenceTargets;
import org.hasekura.exchange.ExchangeTargets;
import org.hasekura.identity.IdentityTargets;
import org.hasekura.law.LawTargets;
import org.hasekura.node.NodeTargets;
import org.hasekura.partnership.PartnershipTargets;
import org.hasekura.portal.PortalTargets;
import org.hasekura.resilience.ResilienceTargets;
import org.hasekura.sender.SenderTargets;

/** All readers that are fuzzed, room by room; each room's list stands in its package, so as to reach what only the room uses. */
final class Targets {

    static final String PLANTED_FAULT = "the planted fault";

    /** Shows that a fault would be found. */
    static final Target PLANTED = new Target("planted", List.of(new byte[] {1}), input -> {
        if (new String(input, java.nio.charset.StandardCharsets.ISO_8859_1).equals("tsunenaga")) {
            throw new IllegalStateException(PLANTED_FAULT);
        }
    });

    private Targets() {}

    static List<Target> all() throws IOException {
        return Stream.of(
                        EvidenceTargets.all(),
                        IdentityTargets.all(),
                        ExchangeTargets.all(),
                        DeliveryTargets.all(),
                        SenderTargets.all(),
                        LawTargets.all(),
                        PartnershipTargets.all(),
                        ResilienceTargets.all(),
                        PortalTargets.all(),
                        NodeTargets.all())
                .flatMap(List::stream)
                .toList();
    }

    static Target named(String name) {
        try {
            return Stream.concat(all().stream(), Stream.of(PLANTED))
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no reader `" + name + "`"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
