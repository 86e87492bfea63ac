package org.hasekura.node;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hasekura.exchange.AnsweringJson;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Place;
import org.hasekura.exchange.Theme;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Datasets as somebody describes them who would publish them. */
final class DatasetFormJson {

    private static final List<String> MEMBERS = List.of(
            "id",
            "title",
            "description",
            "keywords",
            "themes",
            "countries",
            "licence",
            "facts",
            "offers",
            "answering",
            "file",
            "mediaType");

    private DatasetFormJson() {}

    /** What somebody publishes, before its file is looked at. */
    record Form(
            String id,
            Map<String, String> titles,
            Map<String, String> descriptions,
            List<String> keywords,
            List<String> themes,
            List<String> countries,
            Optional<String> licence,
            Map<String, String> facts,
            List<Offer> offers,
            Dataset.Answering answering,
            String file,
            String mediaType) {}

    static Form read(byte[] description) throws ManagementJson.BadInput {
        return read(ManagementJson.read(description));
    }

    private static Form read(JsonNode node) throws ManagementJson.BadInput {
        ManagementJson.onlyMembers(node, MEMBERS);
        String id = ManagementJson.text(node, "id");
        if (id.length() > 256 || id.indexOf('/') >= 0 || id.chars().anyMatch(Character::isISOControl)) {
            throw new ManagementJson.BadInput("/id", "`id` takes 1 to 256 characters without `/`");
        }
        var offers = new ArrayList<Offer>();
        int at = 0;
        if (!node.path("offers").isArray()) {
            throw new ManagementJson.BadInput(
                    "/offers", "`offers` must be a list; `hasekura example dataset` shows a whole file");
        }
        for (JsonNode offer : node.path("offers")) {
            Offer read = ManagementJson.read(OdrlJson.catalogOffer(offer, "offers[" + at++ + "]"));
            if (offers.stream().anyMatch(each -> each.id().equals(read.id()))) {
                throw new ManagementJson.BadInput(
                        "/offers/" + (at - 1) + "/@id",
                        "two offers have the `@id` `" + read.id() + "`; give each its own");
            }
            offers.add(read);
        }
        if (offers.isEmpty()) {
            throw new ManagementJson.BadInput(
                    "/offers", "`offers` must hold at least one offer; `hasekura example dataset` shows a whole file");
        }
        return new Form(
                id,
                texts(node, "title"),
                texts(node, "description"),
                ManagementJson.list(node, "keywords"),
                meant(node, "themes", Theme::of, "an address or one of " + String.join(", ", Theme.CODES)),
                meant(node, "countries", Place::of, "codes of ISO 3166-1, as `JP`"),
                ManagementJson.optionalText(node, "licence"),
                texts(node, "facts"),
                offers,
                answering(node),
                ManagementJson.text(node, "file"),
                ManagementJson.optionalText(node, "mediaType").orElse("application/octet-stream"));
    }

    /** The description of a dataset, with the path of its file told from this folder. */
    static String withFileFrom(Path folder, byte[] description) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(description);
        Optional<String> file = ManagementJson.optionalText(node, "file");
        try {
            if (file.isPresent()) {
                ((ObjectNode) node).put("file", folder.resolve(file.get()).toString());
            }
        } catch (InvalidPathException e) {
            throw new ManagementJson.BadInput("/file", "`file` is no path: " + e.getMessage());
        }
        return node.toString();
    }

    private static Dataset.Answering answering(JsonNode node) throws ManagementJson.BadInput {
        if (!node.has("answering") || node.path("answering").isNull()) {
            return Dataset.Answering.DIRECT;
        }
        return switch (AnsweringJson.read(node.path("answering"), "answering")) {
            case Reading.Read<Dataset.Answering>(Dataset.Answering answering) -> answering;
            case Reading.Refused<Dataset.Answering> refused ->
                throw new ManagementJson.BadInput("/answering", refused.sentence());
        };
    }

    private static List<String> meant(
            JsonNode node, String name, Function<String, Optional<String>> reader, String expected)
            throws ManagementJson.BadInput {
        var values = new ArrayList<String>();
        for (String text : ManagementJson.list(node, name)) {
            values.add(reader.apply(text)
                    .orElseThrow(() -> new ManagementJson.BadInput(
                            "`" + name + "` has `" + text + "`, which means nothing here; it takes " + expected)));
        }
        return values;
    }

    private static Map<String, String> texts(JsonNode node, String name) throws ManagementJson.BadInput {
        var values = new HashMap<String, String>();
        if (node.has(name) && !node.path(name).isObject()) {
            throw new ManagementJson.BadInput(
                    JsonPointer.of(name),
                    "`" + name + "` must be an object of texts, for example "
                            + (name.equals("facts") ? "{\"nonPersonal\": \"true\"}" : "{\"en\": \"...\"}"));
        }
        for (var member : node.path(name).properties()) {
            if (member.getValue().isContainer()) {
                throw new ManagementJson.BadInput(
                        JsonPointer.of(name, member.getKey()), "`" + name + "." + member.getKey() + "` must be a text");
            }
            values.put(member.getKey(), member.getValue().asString());
        }
        return values;
    }
}
