package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Assesses third countries against the adequacy criteria: GDPR Art. 45(2), WP254 rev.01, EDPB Recommendations 02/2020, and those of
 * Japan's designation. What is not known stays unknown; nothing is averaged.
 */
public final class Gap {
    private static final Party EUROPEAN = Party.of("DE", "controller", "business");
    private static final Party JAPANESE = Party.of("JP", "controller", "business");

    private final Law law;
    private final Criteria criteria;
    private final StructuresJson.Structures structures;

    private Gap(Law law, Criteria criteria, StructuresJson.Structures structures) {
        this.law = law;
        this.criteria = criteria;
        this.structures = structures;
    }

    /** The assessment on the packaged data, with that law for the routes. */
    public static Gap load(Law law) {
        return new Gap(
                law,
                PackagedJson.read("criteria.json", CriteriaJson::read),
                PackagedJson.read("structures.json", StructuresJson::read));
    }

    String lawDataVersion() {
        return law.lawDataVersion();
    }

    Criteria criteria() {
        return criteria;
    }

    /** The countries of which structures are known, by ISO code, in the order of the data. */
    public List<String> countries() {
        return List.copyOf(structures.byCountry().keySet());
    }

    /** The ISO code of a country that is told by code or by its English or Japanese name; empty for one that is not in the data. */
    public Optional<String> country(String told) {
        return structures.byCountry().keySet().stream()
                .filter(iso -> Stream.of(iso, country(iso, true), country(iso, false))
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT)
                                .equals(told.strip().toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    private String country(String iso, boolean english) {
        return law.data()
                .country(iso)
                .map(each -> english ? each.nameEn() : each.nameJa())
                .orElse(iso);
    }

    /** Every country on that day. */
    public List<GapReport> all(LocalDate day) {
        return countries().stream().map(iso -> report(iso, day)).toList();
    }

    /**
     * One country on that day.
     *
     * @param iso one of {@link #countries()}; another is our caller's error
     */
    public GapReport report(String iso, LocalDate day) {
        Structure structure = structures.byCountry().get(iso);
        if (structure == null) {
            throw new IllegalArgumentException("the law data hold no structure of `" + iso + "`");
        }
        GapRules rules = new GapRules(structure, day, structures.statedFrom());
        List<GapCell> cells = new ArrayList<>();
        for (Criterion criterion : criteria.all()) {
            if (criterion.part() == 'C') {
                criteria.passes().forEach(pass -> cells.add(rules.cell(criterion, Optional.of(pass.id()))));
            } else {
                cells.add(rules.cell(criterion, Optional.empty()));
            }
        }
        return new GapReport(
                iso,
                country(iso, true),
                country(iso, false),
                day,
                law.lawDataVersion(),
                structure.status().map(Structure.Status::textEn),
                structure.status().map(Structure.Status::textJa),
                cells,
                nextChange(structure, day),
                List.of(new GapReport.Route("EU", clauses(iso, day)), new GapReport.Route("JP", system(iso, day))),
                bridges(structure),
                structure.source());
    }

    private List<GapReport.Bridge> bridges(Structure structure) {
        return criteria.bridges().values().stream()
                .filter(each -> structure.bridges().contains(each.id()))
                .map(each -> new GapReport.Bridge(each.en(), each.ja()))
                .toList();
    }

    /** From the Union under the clauses of 2021, with an assessment of that day. */
    private Ruling clauses(String iso, LocalDate day) {
        Safeguard clauses = Safeguard.of("SCC")
                .set("2021/914")
                .module(1)
                .tia("positive")
                .tiaDate(day)
                .build();
        Flow flow = Flow.transfer(
                EUROPEAN,
                Party.of(iso, "controller", "business"),
                FlowData.ofPersonal("EU").build());
        return law.rule(flow.and(clauses), day);
    }

    /** From Japan under measures equal to its act. */
    private Ruling system(String iso, LocalDate day) {
        Safeguard measures =
                Safeguard.of("equivalent-measures").form("contract").build();
        Flow flow = Flow.transfer(
                JAPANESE,
                Party.of(iso, "controller", "business"),
                FlowData.ofPersonal("JP").build());
        return law.rule(flow.and(measures), day);
    }

    private Optional<LocalDate> nextChange(Structure structure, LocalDate day) {
        Stream<LocalDate> events = law.data().country(structure.iso()).stream()
                .flatMap(country -> country.events().stream())
                .map(Country.Event::day);
        Stream<LocalDate> laws = structure.laws().stream()
                .flatMap(each -> Stream.concat(each.days().from().stream(), each.dutiesFrom().stream()));
        Stream<LocalDate> authorities = structure.authorities().stream().flatMap(each -> each.days().from().stream());
        return Stream.of(events, laws, authorities)
                .flatMap(each -> each)
                .filter(each -> each.isAfter(day))
                .min(LocalDate::compareTo);
    }
}
