package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One flow on one day before the law: what every legal order asks in the same way. */
final class Matter {
    private static final Codes OTHER_ENTITY =
            Codes.of("subsidiary", "parent", "group", "client", "original-controller");
    private static final Codes PUBLIC = Codes.of("public-authority", "law-enforcement", "court", "state");

    private final Flow flow;
    private final LocalDate day;
    private final LawData law;
    private final Trace trace;
    private final Places places;
    private final Place from;
    private final Place to;
    private final boolean fromUnionLaw;

    Matter(Flow flow, LocalDate day, LawData law, Places places, Trace trace) {
        this.flow = flow;
        this.day = day;
        this.law = law;
        this.trace = trace;
        this.places = places;
        this.from = places.of(flow.exporter().country());
        this.to = places.of(flow.importer().country());
        this.fromUnionLaw = from.underUnionLaw(day); // nearly every legal order asks it
    }

    Flow flow() {
        return flow;
    }

    LocalDate day() {
        return day;
    }

    LawData law() {
        return law;
    }

    Trace trace() {
        return trace;
    }

    Party exporter() {
        return flow.exporter();
    }

    Party importer() {
        return flow.importer();
    }

    FlowData data() {
        return flow.data();
    }

    boolean has(String factCode) {
        return flow.has(factCode);
    }

    boolean inForce(String token) {
        return law.provision(token).inForceOn(day);
    }

    Opinion permitted() {
        return new Opinion(law, day, Opinion.Outcome.PERMITTED);
    }

    Opinion permittedIf() {
        return new Opinion(law, day, Opinion.Outcome.PERMITTED_IF);
    }

    Opinion undecided() {
        return new Opinion(law, day, Opinion.Outcome.UNDECIDED);
    }

    Opinion forbidden() {
        return new Opinion(law, day, Opinion.Outcome.FORBIDDEN);
    }

    /** Undecided because the law data do not hold the law of that country on the day; named where they know its name. */
    Opinion notCovered(String country) {
        Optional<Country> known = place(country).country();
        Opinion open = undecided().sure(Confidence.CHECK);
        Question question = known.isPresent()
                ? law.question(
                        "law-to-read", country, day.toString(), known.get().law(day))
                : law.question("law-not-covered", country, day.toString());
        return open.question(question.about(country));
    }

    /** Dated facts about the exporter's country, where the data hold some. */
    Optional<Country> exporterCountry() {
        return from.country();
    }

    /** Whether the state applies Union data protection law on the day, by membership or by a transition. */
    boolean underUnionLaw(String country) {
        return country.equals(from.iso()) ? fromUnionLaw : place(country).underUnionLaw(day);
    }

    boolean inEea(String country) {
        return place(country).inEea(day);
    }

    /** How sure it is that the country belongs to the EU or EEA; certain where it does not. */
    Confidence membership(String country) {
        return place(country).membership(day);
    }

    /** Whether the exporter's country stands on that list of countries on the day. */
    boolean exporterIsIn(String group) {
        return from.isIn(group, day);
    }

    boolean inUnion(String country) {
        return place(country).inUnion(day);
    }

    private Place place(String country) {
        return country.equals(from.iso()) ? from : country.equals(to.iso()) ? to : places.of(country);
    }

    /** Every decision of the grantor that speaks of the importer's country, in force or not. */
    List<Decision> decisionsOf(String grantor) {
        return to.decisionsOf(grantor, day);
    }

    /** A decision of the grantor, no bridge, that is in force and covers recipient, purpose and data. */
    Optional<Decision> decisionOf(String grantor) {
        for (Decision decision : decisionsOf(grantor)) {
            if (!decision.lawEnforcement()
                    && decision.bridge().isEmpty()
                    && decision.inForceOn(day)
                    && decision.covers(flow, day)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }

    /** A decision that would cover the flow, but ended between the last day the data speak of and the day of the flow. */
    Optional<Decision> endedUnseen(String grantor) {
        for (Decision decision : decisionsOf(grantor)) {
            Optional<LocalDate> end = decision.act().inForceTo();
            if (end.isPresent()
                    && !decision.endIsSupposed()
                    && day.isAfter(end.get())
                    && !end.get().isBefore(law.asOf())
                    && decision.covers(flow, day)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }

    /** Whether exporter and importer are one legal entity. Facts that contradict each other do not make one. */
    boolean isSameEntity() {
        Party importer = importer();
        if (importer.relation().isPresent()
                && OTHER_ENTITY.has(importer.relation().get())) {
            return false;
        }
        return importer.kind().equals("same-legal-entity")
                || importer.relationIs("branch")
                || importer.relationIs("own-employee")
                || has("same-controller");
    }

    boolean isDirectCollection() {
        return flow.operation() == Operation.DIRECT_COLLECTION
                && exporter().role().equals("data-subject");
    }

    boolean isDomestic() {
        return exporter().country().equals(importer().country());
    }

    /** Whether the facts deny what is presumed of every exporter: that the processing itself is lawful. */
    boolean isUnlawful() {
        return has("no-art6-basis") || has("purpose-change") || has("no-consent");
    }

    boolean isForeignOrder() {
        return flow.operation() == Operation.GOVERNMENTAL_ACCESS
                || has("foreign-order")
                || flow.purposeIs("foreign-order");
    }

    /** Whether an order rests on an agreement that covers it: the facts say so, or it came by the channel of the agreement. */
    boolean isCoveredByAgreement() {
        return agreement().isPresent() && (has("via-central-authority") || has("international-agreement"));
    }

    static boolean isPublic(Party party) {
        return PUBLIC.has(party.kind());
    }

    static boolean isProcessor(Party party) {
        return party.role().equals("processor") || party.role().equals("data-processing-service");
    }

    /** An international agreement in force that covers an order of the importer's country in this matter and by this channel. */
    Optional<Provision> agreement() {
        for (Safeguard safeguard : flow.inForce()) {
            if (safeguard.type().equals("international-agreement")
                    && safeguard.ref().isPresent()) {
                Optional<Provision> agreement = agreement(safeguard.ref().get());
                if (agreement.isPresent()) {
                    return agreement;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Provision> agreement(String ref) {
        // The one agreement of these data: mutual legal assistance between the Union and Japan, in criminal matters.
        boolean criminal = has("criminal-matter") || (data().criminal() && flow.purposeIs("law-enforcement"));
        if (!ref.equals("EU-JP-MLA") || !criminal || has("no-international-agreement")) {
            return Optional.empty();
        }
        boolean between = isBetweenParties(law.group(ref));
        Provision agreement = law.provision(ref);
        return between && agreement.inForceOn(day) ? Optional.of(agreement) : Optional.empty();
    }

    /** Whether both sides are parties of the agreement on the day, as states or as members of the Union. */
    boolean isBetweenParties(CountryList parties) {
        return !isDomestic()
                && isParty(parties, from)
                && isParty(parties, to)
                && !(from.inUnion(day) && to.inUnion(day));
    }

    private boolean isParty(CountryList parties, Place place) {
        return parties.includes(place.iso(), day) || (place.inUnion(day) && parties.includes("EU", day));
    }
}
