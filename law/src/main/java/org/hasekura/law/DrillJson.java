package org.hasekura.law;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a drill found as one JSON object. */
public final class DrillJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonGenerator json;
    private final boolean japanese;

    private DrillJson(JsonGenerator json, Locale language) {
        this.json = json;
        this.japanese = language.getLanguage().equals("ja");
    }

    /** Writes the report, without line end. Texts in Japanese for that language, else in English. The writer stays open. */
    public static void write(DrillReport report, Locale language, Writer to) {
        JsonGenerator json = MAPPER.createGenerator(to);
        new DrillJson(json, language).report(report);
        json.flush();
    }

    private void report(DrillReport report) {
        json.writeStartObject();
        json.writeStringProperty("lawData", report.lawData());
        json.writeArrayPropertyStart("ends");
        for (DecisionEnd end : report.ends()) {
            json.writeStartObject();
            json.writeStringProperty("decision", end.decision());
            json.writeStringProperty("day", end.day().toString());
            json.writeStringProperty("lastDay", end.lastDay().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("flows", report.results().size());
        json.writeObjectPropertyStart("summary");
        for (Map.Entry<Fate, Integer> count : report.counts().entrySet()) {
            json.writeNumberProperty(count.getKey().code(), count.getValue());
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("work");
        report.work().forEach(this::work);
        json.writeEndArray();
        json.writeArrayPropertyStart("results");
        report.results().forEach(this::result);
        json.writeEndArray();
        json.writeBooleanProperty("legalAdvice", false);
        json.writeEndObject();
    }

    private void work(DrillWork work) {
        json.writeStartObject();
        json.writeStringProperty("by", work.by().toString());
        json.writeStringProperty("harm", work.harm().code());
        json.writeStringProperty("counterparty", work.counterparty());
        if (work.cure().isPresent()) {
            json.writeStringProperty("cure", work.cure().get().id());
            json.writeStringProperty("effort", work.cure().get().effort().code());
            json.writeStringProperty("text", text(work.cure().get()));
        }
        texts("flows", work.flows());
        json.writeEndObject();
    }

    private void result(DrillResult result) {
        json.writeStartObject();
        json.writeStringProperty("id", result.flow().id());
        json.writeStringProperty("counterparty", result.flow().counterparty());
        json.writeStringProperty("fate", result.fate().code());
        json.writeStringProperty("day", result.day().toString());
        json.writeStringProperty("harm", result.harm().code());
        ruling("before", result.before());
        ruling("after", result.after());
        texts("causes", result.causes().stream().map(Provision::token).toList());
        texts("missingFacts", questions(result.after()));
        json.writeArrayPropertyStart("cures");
        for (Cure cure : result.cures()) {
            json.writeStartObject();
            json.writeStringProperty("id", cure.id());
            json.writeStringProperty("effort", cure.effort().code());
            json.writeStringProperty("text", text(cure));
            json.writeStringProperty("citation", cure.provision().citation());
            json.writeStringProperty("outcome", cure.ruling().outcome());
            texts("basis", cure.ruling().basis());
            json.writeStringProperty("confidence", cure.ruling().confidence().code());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(
                "adviceNotTried",
                result.advice().stream()
                        .map(each -> japanese ? each.textJa() : each.textEn())
                        .toList());
        json.writeEndObject();
    }

    private void ruling(String name, Ruling ruling) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("judgedFor", ruling.judgedFor().toString());
        json.writeStringProperty("outcome", ruling.outcome());
        texts("basis", ruling.basis());
        texts("grounds", ruling.grounds().stream().map(Provision::token).toList());
        json.writeStringProperty("confidence", ruling.confidence().code());
        json.writeEndObject();
    }

    private List<String> questions(Ruling ruling) {
        return ruling instanceof Ruling.Undecided undecided
                ? undecided.missingFacts().stream()
                        .map(each -> japanese ? each.textJa() : each.textEn())
                        .toList()
                : List.of();
    }

    private String text(Cure cure) {
        return japanese ? cure.textJa() : cure.textEn();
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
