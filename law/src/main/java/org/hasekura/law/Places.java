package org.hasekura.law;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** All countries that a flow may name, each with what the law data hold on it. Immutable. */
final class Places {
    private final LawData law;
    private final Map<String, Place> byIso = new HashMap<>();

    Places(LawData law) {
        this.law = law;
        for (String iso : Locale.getISOCountries()) {
            byIso.put(iso, new Place(iso, law));
        }
        byIso.put("EPO", new Place("EPO", law));
        byIso.put("XK", new Place("XK", law));
    }

    boolean hold(String iso) {
        return byIso.containsKey(iso);
    }

    /** The place of that code; of a code that is unknown nothing is held. */
    Place of(String iso) {
        Place known = byIso.get(iso);
        return known == null ? new Place(iso, law) : known;
    }
}
