package org.hasekura.store;

import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import org.hasekura.exchange.DatasetView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A peer's dataset as it is kept. Equal datasets have equal texts. */
final class DatasetViewJson {

    private DatasetViewJson() {}

    static String write(DatasetView dataset) {
        ObjectNode node = Json.object().put("id", dataset.id());
        Json.put(node, "titles", dataset.titles());
        Json.put(node, "descriptions", dataset.descriptions());
        Json.put(node, "keywords", dataset.keywords());
        Json.put(node, "themes", dataset.themes());
        Json.put(node, "countries", dataset.countries());
        dataset.personal().ifPresent(personal -> node.put("personal", personal));
        Json.put(node, "licence", dataset.licence());
        KeptShapeJson.write(node, dataset.shape());
        ArrayNode offers = node.putArray("offers");
        dataset.offers().forEach(offer -> offers.add(PolicyJson.of(offer)));
        ArrayNode forms = node.putArray("forms");
        dataset.forms().forEach(form -> {
            ObjectNode each = forms.addObject().put("format", form.format());
            Json.put(each, "endpoint", form.endpoint());
            Json.put(each, "mediaType", form.mediaType());
            form.bytes().ifPresent(bytes -> each.put("bytes", bytes));
        });
        return Json.text(node);
    }

    static DatasetView read(String text) {
        return Json.read(
                "dataset of a peer",
                text,
                node -> new DatasetView(
                        Json.text(node, "id"),
                        Json.map(node, "titles"),
                        Json.map(node, "descriptions"),
                        Json.texts(node, "keywords"),
                        Json.texts(node, "themes"),
                        Json.texts(node, "countries"),
                        Json.optional(node, "personal", JsonNode::booleanValue),
                        Json.optionalText(node, "licence"),
                        KeptShapeJson.read(node),
                        Json.list(node, "offers", PolicyJson::offer),
                        Json.list(node, "forms", DatasetViewJson::form),
                        List.of()));
    }

    private static DatasetView.Form form(JsonNode node) {
        return new DatasetView.Form(
                Json.text(node, "format"),
                Json.optionalText(node, "endpoint").map(URI::create),
                Json.optionalText(node, "mediaType"),
                node.has("bytes") ? OptionalLong.of(Json.number(node, "bytes")) : OptionalLong.empty());
    }
}
