package org.hasekura.partnership;

import static org.hasekura.partnership.CommitmentJson.object;
import static org.hasekura.partnership.ObjectJson.MAPPER;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the register shows, as JSON for programs: the same that pages and commands show people. */
public final class RegisterJson {

    private RegisterJson() {}

    /** All promises, in brief. */
    public static String list(Collection<Entry> entries) {
        ArrayNode list = MAPPER.createArrayNode();
        entries.forEach(each -> list.add(brief(each)));
        return pretty(object().set("items", list));
    }

    /** One promise with everything about it, its sources spelt out. */
    public static String entry(Entry entry, Register register) {
        return pretty(whole(entry, register));
    }

    public static String chain(Chain chain) {
        ObjectNode json = object().put("of", chain.of());
        ArrayNode steps = json.putArray("steps");
        chain.steps().forEach(each -> steps.add(brief(each)));
        ArrayNode links = json.putArray("links");
        chain.links()
                .forEach(link -> links.addObject()
                        .put("from", link.from())
                        .put("link", link.kind().word())
                        .put("to", link.to()));
        return pretty(json);
    }

    public static String timeline(Timeline timeline) {
        ObjectNode json = object();
        ArrayNode items = json.putArray("items");
        timeline.points()
                .forEach(each -> items.addObject()
                        .put("date", each.date().text())
                        .put("what", each.what().word())
                        .put("subject", each.subject())
                        .put("text", each.text().en())
                        .put("textJa", each.text().ja()));
        return pretty(json);
    }

    public static String compass(Compass compass, Indicators indicators) {
        ObjectNode json = object().put("indicatorsVersion", indicators.version());
        ArrayNode quarters = json.putArray("points");
        compass.quarters().forEach(each -> quarters.add(quarter(each)));
        ArrayNode gaps = json.putArray("gaps");
        compass.gaps().forEach(each -> gaps.add(CommitmentJson.write(each)));
        return pretty(json);
    }

    static ObjectNode brief(Entry entry) {
        ObjectNode json = CommitmentJson.write(entry.commitment());
        json.put("standing", entry.standing().map(Standing::word).orElse(null));
        entry.expected().ifPresent(date -> json.put("expected", date.text()));
        json.put("isDisputed", entry.isDisputed());
        json.put("conflicts", entry.contested().size());
        return json;
    }

    static ObjectNode whole(Entry entry, Register register) {
        ObjectNode json = brief(entry);
        ArrayNode citations = json.putArray("citations");
        entry.commitment().citations().forEach(each -> citations.add(cited(each, register)));
        Optional.ofNullable(register.instruments().get(entry.commitment().instrument()))
                .ifPresent(each -> json.put("remedy", each.remedy().word()));
        ObjectNode reports = json.putObject("reports");
        entry.reports()
                .forEach((side, told) -> told(reports.putObject(side.word()), told)
                        .put("standing", told.what().standing().word())
                        .put("words", told.what().words()));
        ArrayNode assessments = json.putArray("assessments");
        entry.assessments().forEach(told -> assessments.add(assessment(told)));
        ArrayNode evidence = json.putArray("evidence");
        entry.evidence().forEach(told -> evidence.add(evidence(told, register)));
        ArrayNode links = json.putArray("links");
        entry.links()
                .forEach(told -> links.addObject()
                        .put("link", told.what().kind().word())
                        .put("to", told.what().to()));
        ArrayNode explanations = json.putArray("explanations");
        entry.explanations().forEach(told -> {
            ObjectNode each = told(explanations.addObject(), told);
            each.put("side", told.what().side().word()).put("words", told.what().words());
            told.what().newDate().ifPresent(date -> each.put("newDate", date.text()));
        });
        ArrayNode conflicts = json.putArray("contested");
        entry.contested().forEach(each -> conflicts.add(contested(each)));
        ArrayNode history = json.putArray("history");
        entry.history().forEach(each -> history.add(event(each)));
        return json;
    }

    private static ObjectNode cited(Citation citation, Register register) {
        ObjectNode json = CommitmentJson.write(citation);
        if (!citation.isExact()) {
            json.put("paragraph", "not read");
        }
        Optional.ofNullable(register.sources().get(citation.source()))
                .ifPresent(source -> json.set("document", CommitmentJson.write(source)));
        return json;
    }

    private static ObjectNode assessment(Told<Assessment> told) {
        Assessment it = told.what();
        ObjectNode json = told(object(), told);
        json.put("assessor", it.assessor()).put("standing", it.standing().word());
        json.put("completion", it.standing().completion().map(ChangeJson::word).orElse(null));
        json.put("relevance", it.relevance().map(ChangeJson::word).orElse(null));
        json.put("ambition", it.ambition().map(ChangeJson::word).orElse(null));
        json.put("earlyResults", it.earlyResults().map(ChangeJson::word).orElse(null));
        return json.put("grounds", it.grounds());
    }

    private static ObjectNode evidence(Told<Evidence> told, Register register) {
        ObjectNode json = told(object(), told);
        switch (told.what()) {
            case Evidence.Document it -> json.set("citation", cited(it.citation(), register));
            case Evidence.Exchange it ->
                json.put("origin", it.origin()).put("entry", it.entry()).put("hash", it.hash());
        }
        json.put("claim", told.what().claim());
        told.what().date().ifPresent(date -> json.put("date", date.text()));
        return json;
    }

    static ObjectNode contested(Contested it) {
        ObjectNode json = object().put("subject", it.slot().subject())
                .put("field", it.slot().field());
        ArrayNode values = json.putArray("values");
        it.values().forEach(each -> values.add(event(each)));
        return json;
    }

    static ObjectNode event(Named named) {
        ObjectNode json = object().put("id", named.id().hex());
        json.setAll(EventJson.write(named.event()));
        return json;
    }

    private static ObjectNode told(ObjectNode json, Told<?> told) {
        return json.put("seat", told.author().seat().word())
                .put("by", told.author().name())
                .put("at", told.at().toString());
    }

    private static ObjectNode quarter(Compass.Quarter it) {
        ObjectNode json = object().put("point", it.point().word());
        json.put("commitments", it.commitments())
                .put("verifiable", it.verifiable())
                .put("kept", it.kept())
                .put("dated", it.dated())
                .put("owned", it.owned())
                .put("disputed", it.disputed())
                .put("unknown", it.unknown());
        ObjectNode standings = json.putObject("standings");
        List.of(Standing.values()).forEach(each -> standings.put(each.word(), it.of(each)));
        ArrayNode indicators = json.putArray("indicators");
        it.indicators().forEach(each -> indicators.add(indicator(each)));
        return json;
    }

    static ObjectNode indicator(Indicator it) {
        ObjectNode json = object().put("id", it.id());
        json.put("name", it.name().en())
                .put("nameJa", it.name().ja())
                .put("unit", it.unit().en());
        json.put("unitJa", it.unit().ja());
        json.put("comparability", it.comparability().word())
                .put("comparabilityNote", it.comparabilityNote())
                .put("unchecked", it.unchecked());
        for (Side side : Side.values()) {
            ObjectNode of = json.putObject(side.word());
            it.last(side).ifPresent(last -> {
                of.put("value", last.value().orElseThrow())
                        .put("period", last.period().published());
                of.put("source", last.source());
            });
            it.target(side)
                    .ifPresent(target -> number(of.putObject("target"), target.value())
                            .put(
                                    "period",
                                    target.period()
                                            .map(PublishedPeriod::published)
                                            .orElse(null)));
            it.trend(side).ifPresent(trend -> of.put("trend", ChangeJson.word(trend)));
            ArrayNode series = of.putArray("observations");
            it.of(side).forEach(each -> {
                ObjectNode row = number(series.addObject(), each.isKnown() ? each.value() : OptionalDouble.empty());
                each.region().ifPresent(region -> row.put("region", region));
                row.put("period", each.period().published())
                        .put("source", each.source())
                        .put("isChecked", each.isChecked());
            });
        }
        return json;
    }

    private static ObjectNode number(ObjectNode json, OptionalDouble value) {
        return value.isPresent() ? json.put("value", value.getAsDouble()) : json.putNull("value");
    }

    static String pretty(tools.jackson.databind.JsonNode json) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
