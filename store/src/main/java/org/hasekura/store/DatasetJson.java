package org.hasekura.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.exchange.AnsweringJson;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Grant;
import org.hasekura.exchange.Visibility;
import org.hasekura.policy.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A dataset as it is kept, with where its bytes lie. */
final class DatasetJson {

    private DatasetJson() {}

    static String write(Dataset dataset) {
        ObjectNode node = Json.object()
                .put("id", dataset.id())
                .put("published", dataset.published().toString())
                .put("version", dataset.version());
        node.set("answering", AnsweringJson.write(dataset.answering()));
        Json.put(node, "titles", dataset.titles());
        Json.put(node, "descriptions", dataset.descriptions());
        Json.put(node, "keywords", dataset.keywords());
        Json.put(node, "themes", dataset.themes());
        Json.put(node, "countries", dataset.countries());
        Json.put(node, "licence", dataset.licence());
        Json.put(node, "facts", dataset.facts());
        if (!dataset.visibility().isForEveryone()) {
            Json.put(node, "visibleTo", List.copyOf(dataset.visibility().grants()));
        }
        KeptShapeJson.write(node, dataset.shape());
        ArrayNode offers = node.putArray("offers");
        dataset.offers().forEach(offer -> offers.add(PolicyJson.of(offer)));
        node.putObject("content")
                .put("location", dataset.content().location())
                .put("mediaType", dataset.content().mediaType())
                .put("fileName", dataset.content().fileName())
                .put("bytes", dataset.content().bytes())
                .put("sha256", dataset.content().sha256());
        dataset.withdrawn()
                .ifPresent(withdrawal -> node.putObject("withdrawn")
                        .put("at", withdrawal.at().toString())
                        .put("reason", withdrawal.reason()));
        return Json.text(node);
    }

    static Dataset read(String text) {
        return Json.read(
                "dataset",
                text,
                node -> new Dataset(
                        Json.text(node, "id"),
                        Json.map(node, "titles"),
                        Json.map(node, "descriptions"),
                        Json.texts(node, "keywords"),
                        textsIfAny(node, "themes"),
                        textsIfAny(node, "countries"),
                        Json.optionalText(node, "licence"),
                        Json.map(node, "facts"),
                        Json.list(node, "offers", PolicyJson::offer),
                        answering(Json.member(node, "answering")),
                        visibility(textsIfAny(node, "visibleTo")),
                        KeptShapeJson.read(node),
                        content(Json.member(node, "content")),
                        Json.instant(node, "published"),
                        Json.optional(
                                node,
                                "withdrawn",
                                withdrawal -> new Dataset.Withdrawal(
                                        Json.instant(withdrawal, "at"), Json.text(withdrawal, "reason"))),
                        Json.number(node, "version")));
    }

    private static Dataset.Answering answering(JsonNode node) {
        Optional<Dataset.Answering> named = node.isString()
                ? Dataset.Answering.named(node.stringValue().toLowerCase(Locale.ROOT))
                : Optional.empty();
        if (named.isPresent()) {
            return named.get();
        }
        return switch (AnsweringJson.read(node, "answering")) {
            case Reading.Read<Dataset.Answering>(Dataset.Answering answering) -> answering;
            case Reading.Refused<Dataset.Answering> refused -> throw new IllegalArgumentException(refused.sentence());
        };
    }

    private static Visibility visibility(List<String> grants) {
        return Visibility.of(grants.stream().map(DatasetJson::grant).toList());
    }

    private static Grant grant(String text) {
        return switch (Grant.parse(text)) {
            case Reading.Read<Grant>(Grant grant) -> grant;
            // To take it for less than it is would show the dataset to everybody.
            case Reading.Refused<Grant>(var _, String words) -> throw new IllegalArgumentException(words);
        };
    }

    /** Datasets that were kept before there were listings say nothing of it. */
    private static List<String> textsIfAny(JsonNode node, String name) {
        return node.has(name) ? Json.texts(node, name) : List.of();
    }

    private static Dataset.Content content(JsonNode node) {
        return new Dataset.Content(
                Json.text(node, "location"),
                Json.text(node, "mediaType"),
                Json.text(node, "fileName"),
                Json.number(node, "bytes"),
                Json.text(node, "sha256"));
    }
}
