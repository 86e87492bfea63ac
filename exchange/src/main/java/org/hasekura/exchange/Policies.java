package org.hasekura.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hasekura.policy.Policy;

/** The terms of agreements as they are understood: an agreement never changes, so each is compiled once while there is room. */
final class Policies {

    private static final int KEPT_MAX = 10_000;

    // Guarded by this; the one asked for longest ago goes first. By the agreement's digest.
    private final Map<String, Policy> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Policy> eldest) {
            return size() > KEPT_MAX;
        }
    };

    synchronized Policy of(Concluded agreement) {
        return kept.computeIfAbsent(
                agreement.sha256(), _ -> Policy.of(agreement.agreement().terms()));
    }
}
