package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The regions that a state lies in, by day: {@code EU} and {@code EEA}, as the packaged law data have their members. Immutable. */
public final class Regions {

    /** The European Union. */
    public static final String EU = "EU";

    /** The European Economic Area: the states of the Union and those of EFTA in it. */
    public static final String EEA = "EEA";

    private final Map<String, List<Membership>> members;

    private Regions(Map<String, List<Membership>> members) {
        this.members = members;
    }

    /** Those of the packaged file. */
    public static Regions load() {
        return PackagedJson.read("countries.json", Regions::read);
    }

    private static Regions read(FieldsJson file) throws LawDataException {
        Map<String, List<Membership>> members = new HashMap<>();
        for (FieldsJson entry : file.objects("membership")) {
            String iso = entry.text("iso");
            boolean inUnion = entry.text("kind").equals(EU);
            members.computeIfAbsent(iso, _ -> new ArrayList<>())
                    .add(new Membership(
                            iso, inUnion, entry.day("from"), entry.optionalDay("to"), LawDataJson.confidence(entry)));
        }
        return new Regions(members);
    }

    /** Every code of a region. */
    public static Set<String> codes() {
        return Set.of(EU, EEA);
    }

    /** The regions that the country lies in on the day. */
    public Set<String> of(String iso, LocalDate day) {
        return regions(iso, membership -> membership.holdsOn(day));
    }

    /** The regions of which it is a member without a known end. */
    public Set<String> lasting(String iso) {
        return regions(iso, membership -> membership.to().isEmpty());
    }

    private Set<String> regions(String iso, Predicate<Membership> counts) {
        Set<String> regions = new HashSet<>();
        for (Membership membership : members.getOrDefault(iso, List.of())) {
            if (counts.test(membership)) {
                regions.add(EEA);
                if (membership.inUnion()) {
                    regions.add(EU);
                }
            }
        }
        return regions;
    }
}
