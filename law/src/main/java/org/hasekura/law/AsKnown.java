package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The law data as people knew them on a day: what was adopted later is not there, and what had no end yet goes on. The day becomes the
 * last of which the data speak, so that a ground known to end before the flow leaves the ruling open, as it does after {@code asOf}.
 */
final class AsKnown {
    private final LawData law;
    private final Knowledge knowledge;
    private final LocalDate day;
    // Rules compare provisions and duties by identity, so each is made once.
    private final IdentityHashMap<Provision, Provision> provisions = new IdentityHashMap<>();
    private final IdentityHashMap<Duty, Duty> duties = new IdentityHashMap<>();

    private AsKnown(LawData law, Knowledge knowledge, LocalDate day) {
        this.law = law;
        this.knowledge = knowledge;
        this.day = day;
    }

    /** The same data for a day on or after their {@code asOf}. */
    static LawData on(LocalDate day, LawData law, Knowledge knowledge) {
        return day.isBefore(law.asOf()) ? new AsKnown(law, knowledge, day).data() : law;
    }

    private LawData data() {
        return new LawData(
                law.version() + " as known on " + day,
                day,
                each(law.provisions(), this::provision),
                each(law.decisions(), byBeneficiary -> each(byBeneficiary, this::decisions)),
                each(law.memberships(), this::memberships),
                each(law.countries(), this::country),
                each(law.groups(), this::list),
                law.codes(),
                each(law.duties(), this::duty),
                each(
                        law.conditions(),
                        one -> new Condition(one.id(), one.wording(), one.values(), provision(one.provision()))),
                law.questions());
    }

    private Provision provision(Provision provision) {
        return provisions.computeIfAbsent(provision, one -> known(one, knowledge.knows(one, day)));
    }

    private Provision known(Provision one, boolean isKnown) {
        // What nobody knew of is never in force.
        Optional<LocalDate> from = isKnown ? one.inForceFrom() : Optional.of(LocalDate.MAX);
        return new Provision(
                one.token(),
                one.kind(),
                one.citation(),
                one.citationJa(),
                from,
                one.inForceTo().filter(last -> knowledge.knowsEnd(one.token(), last, day)),
                one.nameEn(),
                one.nameJa(),
                one.celex(),
                one.url(),
                one.dpvIri(),
                one.confidence());
    }

    private Duty duty(Duty duty) {
        return duties.computeIfAbsent(
                duty,
                one -> new Duty(
                        one.id(), one.who(), one.whatEn(), one.whatJa(), one.until(), provision(one.provision())));
    }

    private List<Decision> decisions(List<Decision> all) {
        return all.stream()
                .filter(one -> !one.knownFrom().isAfter(day))
                .map(this::decision)
                .toList();
    }

    private Decision decision(Decision one) {
        Provision act = provisions.computeIfAbsent(one.act(), own -> known(own, true));
        return new Decision(
                one.endIsSupposed() ? one.act() : act,
                one.grantor(),
                one.beneficiaries(),
                one.knownFrom(),
                one.carriedOver(),
                one.lawEnforcement(),
                one.bridge().map(this::provision),
                one.unionLawApplies(),
                one.scope(),
                one.excludes().stream()
                        .filter(exclusion -> exclusion.from().map(this::begun).orElse(true))
                        .map(this::exclusion)
                        .toList(),
                one.duties().stream().map(this::duty).toList(),
                one.eeaEfta(),
                one.sureUntil(),
                one.endIsSupposed());
    }

    private Decision.Exclusion exclusion(Decision.Exclusion one) {
        return new Decision.Exclusion(
                one.ref(),
                one.importerKinds(),
                one.purposeCodes(),
                one.subjectTo(),
                one.factCodes(),
                one.automated(),
                one.creditInformation(),
                one.nationalId(),
                one.from(),
                one.to().filter(this::over),
                one.confidence());
    }

    private boolean begun(LocalDate first) {
        return !first.isAfter(day);
    }

    /** Whether the last day has passed: before that, an end of which nothing is recorded was not known. */
    private boolean over(LocalDate last) {
        return last.isBefore(day);
    }

    private List<Membership> memberships(List<Membership> all) {
        return all.stream()
                .filter(one -> knowledge.knows(one, day))
                .map(one -> new Membership(
                        one.iso(),
                        one.inUnion(),
                        one.from(),
                        one.to().filter(last -> knowledge.knowsEnd(one, last, day)),
                        one.confidence()))
                .toList();
    }

    private Country country(Country one) {
        return new Country(
                one.iso(),
                one.nameEn(),
                one.nameJa(),
                one.generalLaw(),
                one.outbound(),
                one.followsDataSubject(),
                one.equivalence()
                        .map(rule ->
                                new Equivalence.Rule(provision(rule.ground()), provision(rule.bar()), rule.cure())),
                one.events().stream()
                        .filter(event -> knowledge.knowsChange(one.iso(), event.day(), day))
                        .toList(),
                one.outboundRules().stream()
                        .filter(rule -> rule.from()
                                .map(first -> knowledge.knowsChange(one.iso(), first, day))
                                .orElse(true))
                        .map(rule -> rule(one.iso(), rule))
                        .toList());
    }

    private Country.OutboundRule rule(String iso, Country.OutboundRule one) {
        return new Country.OutboundRule(
                one.from(),
                one.to().filter(last -> knowledge.knowsChange(iso, last.plusDays(1), day)),
                one.free(),
                one.requirements().stream().map(this::requirement).toList(),
                one.citation(),
                one.confidence());
    }

    private Country.Requirement requirement(Country.Requirement one) {
        return new Country.Requirement(
                provision(one.basis()),
                one.ifSensitive(),
                one.all(),
                one.any(),
                one.filed(),
                one.deadlineDays(),
                one.deniedBy(),
                one.en(),
                one.ja());
    }

    private CountryList list(CountryList one) {
        return new CountryList(one.tradeAgreement(), each(one.spans(), this::spans));
    }

    private List<CountryList.Span> spans(List<CountryList.Span> all) {
        List<CountryList.Span> known = new ArrayList<>();
        for (CountryList.Span span : all) {
            if (span.from().map(this::begun).orElse(true)) {
                known.add(new CountryList.Span(span.from(), span.until().filter(this::over)));
            }
        }
        return List.copyOf(known);
    }

    private static <T> Map<String, T> each(Map<String, T> map, Function<T, T> change) {
        Map<String, T> changed = new HashMap<>();
        map.forEach((name, value) -> changed.put(name, change.apply(value)));
        return Collections.unmodifiableMap(changed);
    }
}
