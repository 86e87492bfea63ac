package org.hasekura.partnership;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a set of indicators. */
public final class IndicatorsJson {

    private IndicatorsJson() {}

    public static Read<Indicators> read(byte[] json) {
        return json.length > CompilationJson.BYTES_MAX
                ? new Read.Refused<>("", "the indicators are longer than " + CompilationJson.BYTES_MAX + " bytes")
                : ObjectJson.reading(() -> indicators(ObjectJson.parse(json)));
    }

    private static Indicators indicators(ObjectJson json) {
        Map<String, Source> sources = CompilationJson.sources(json.object("sources"));
        return new Indicators(
                json.text("version"),
                CommitmentJson.phrase(json, "caution"),
                sources,
                json.objects("indicators").stream()
                        .map(each -> indicator(each, sources))
                        .toList());
    }

    private static Indicator indicator(ObjectJson json, Map<String, Source> sources) {
        return new Indicator(
                CommitmentJson.id(json, "id"),
                json.word("point", CardinalPoint.values(), CardinalPoint::word),
                CommitmentJson.phrase(json, "name"),
                CommitmentJson.phrase(json, "unit"),
                json.isTrue("isHigherBetter"),
                json.word("comparability", Indicator.Comparability.values(), Indicator.Comparability::word),
                json.text("comparabilityNote"),
                json.optionalText("note").orElse(""),
                observations(json, "eu", sources),
                observations(json, "japan", sources),
                targets(json, "targetsEu", sources),
                targets(json, "targetsJapan", sources));
    }

    private static List<Indicator.Observation> observations(ObjectJson json, String name, Map<String, Source> sources) {
        return json.objects(name).stream()
                .map(each -> new Indicator.Observation(
                        each.optionalText("region"),
                        number(each.optionalNumber("value")),
                        new PublishedPeriod(each.text("period")),
                        known(each, "source", each.text("source"), sources),
                        each.isTrue("isChecked"),
                        each.optionalText("note").orElse("")))
                .toList();
    }

    private static List<Indicator.Target> targets(ObjectJson json, String name, Map<String, Source> sources) {
        return json.objects(name).stream()
                .map(each -> new Indicator.Target(
                        number(each.optionalNumber("value")),
                        each.optionalText("period").map(PublishedPeriod::new),
                        each.optionalText("text").orElse(""),
                        each.texts("sources").stream()
                                .map(source -> known(each, "sources", source, sources))
                                .toList()))
                .toList();
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static String known(ObjectJson json, String name, String source, Map<String, Source> sources) {
        if (!sources.containsKey(source)) {
            throw json.fault(name, "names `" + source + "`, which is no source of these indicators");
        }
        return source;
    }
}
