package org.hasekura.node;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hasekura.exchange.AnsweringJson;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetDraft;
import org.hasekura.exchange.Description;
import org.hasekura.exchange.Grant;
import org.hasekura.exchange.Place;
import org.hasekura.exchange.Theme;
import org.hasekura.exchange.Visibility;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Datasets as somebody describes them who would publish them. */
final class DatasetFormJson {

    private static final String VISIBLE_TO = "visibleTo";
    private static final String KEPT = "kept";
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
            VISIBLE_TO,
            ColumnsJson.COLUMNS,
            ColumnsJson.SAMPLE,
            "file",
            "folder",
            "address",
            KEPT,
            "mediaType");

    private DatasetFormJson() {}

    static Description read(byte[] description) throws ManagementJson.BadInput {
        return read(ManagementJson.read(description));
    }

    private static Description read(JsonNode node) throws ManagementJson.BadInput {
        ManagementJson.onlyMembers(node, MEMBERS);
        String id = ManagementJson.text(node, "id");
        if (id.length() > 256 || id.indexOf('/') >= 0 || id.chars().anyMatch(Character::isISOControl)) {
            throw new ManagementJson.BadInput("/id", "`id` takes 1 to 256 characters without `/`");
        }
        var offers = new ArrayList<Offer>();
        int at = 0;
        if (node.has("offers") && !node.path("offers").isArray()) {
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
        return new Description(
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
                Visibility.of(meant(node, VISIBLE_TO)),
                ColumnsJson.read(node),
                source(node),
                ManagementJson.optionalText(node, "mediaType"));
    }

    private static List<Grant> meant(JsonNode node, String name) throws ManagementJson.BadInput {
        var grants = new ArrayList<Grant>();
        for (String text : ManagementJson.list(node, name)) {
            grants.add(grant(JsonPointer.of(name), text));
        }
        if (grants.size() > Visibility.GRANTS_MAX) {
            throw new ManagementJson.BadInput(
                    JsonPointer.of(name), "`" + name + "` names more than " + Visibility.GRANTS_MAX);
        }
        if (node.has(name) && grants.isEmpty()) {
            throw new ManagementJson.BadInput(
                    JsonPointer.of(name), "`" + name + "` names nobody; leave it out to show the dataset to everybody");
        }
        return grants;
    }

    /** @param pointer to where it stands */
    static Grant grant(String pointer, String text) throws ManagementJson.BadInput {
        return switch (Grant.parse(text)) {
            case Reading.Read<Grant>(Grant grant) -> grant;
            case Reading.Refused<Grant>(var _, String words) -> throw new ManagementJson.BadInput(pointer, words);
        };
    }

    /** Who sees it from now on: with no list at all everybody. */
    static Visibility visibility(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of(VISIBLE_TO));
        return Visibility.of(meant(node, VISIBLE_TO));
    }

    private static Optional<Description.Source> source(JsonNode node) throws ManagementJson.BadInput {
        Optional<String> file = ManagementJson.optionalText(node, "file");
        Optional<String> folder = ManagementJson.optionalText(node, "folder");
        Optional<String> address = ManagementJson.optionalText(node, "address");
        if (Stream.of(file.isPresent(), folder.isPresent(), address.isPresent(), node.has(KEPT))
                        .filter(each -> each)
                        .count()
                > 1) {
            throw new ManagementJson.BadInput(
                    "/file", "of `file`, `folder`, `address` and `kept` only one can be the source");
        }
        if (node.has(KEPT)) {
            JsonNode kept = node.path(KEPT);
            String sha256 = ManagementJson.text(kept, "sha256");
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new ManagementJson.BadInput(JsonPointer.of(KEPT, "sha256"), "`kept.sha256` is no SHA-256 in hex");
            }
            return Optional.of(new Description.Source.Kept(sha256, ManagementJson.text(kept, "fileName")));
        }
        if (folder.isPresent()) {
            return folder.map(Description.Source.Folder::new);
        }
        return address.isPresent()
                ? Optional.of(new Description.Source.Api(address(address.get()), Optional.empty()))
                : file.map(Description.Source.File::new);
    }

    private static URI address(String text) throws ManagementJson.BadInput {
        return Description.Source.address(text)
                .orElseThrow(() -> new ManagementJson.BadInput(
                        "/address", "`" + text + "` is no address that can be asked; it takes `https://` and a host"));
    }

    /** The same description as text, as {@link #read} reads it. What opens an address is not in it. */
    static String write(Description description) {
        ObjectNode node = ManagementJson.object().put("id", description.id());
        texts(node, "title", description.titles());
        texts(node, "description", description.descriptions());
        list(node, "keywords", description.keywords());
        list(node, "themes", description.themes());
        list(node, "countries", description.countries());
        description.licence().ifPresent(licence -> node.put("licence", licence));
        texts(node, "facts", description.facts());
        ArrayNode offers = node.putArray("offers");
        description.offers().forEach(offer -> offers.add(OdrlJson.write(offer)));
        node.set("answering", AnsweringJson.write(description.answering()));
        list(node, VISIBLE_TO, List.copyOf(description.visibility().grants()));
        ColumnsJson.write(node, description.shape());
        description.source().ifPresent(source -> write(node, source));
        description.mediaType().ifPresent(type -> node.put("mediaType", type));
        return node.toString();
    }

    /** A description that is not published, with when it was kept. */
    static ObjectNode view(DatasetDraft draft) {
        try {
            return ((ObjectNode) ManagementJson.read(draft.description().getBytes(StandardCharsets.UTF_8)))
                    .put("saved", draft.saved().toString());
        } catch (ManagementJson.BadInput bad) {
            throw new IllegalStateException("the draft of `" + draft.id() + "` cannot be read: " + bad.words(), bad);
        }
    }

    static String shown(DatasetDraft draft) {
        return view(draft).toString();
    }

    /** The description with those who are to see it. */
    static String visibleTo(String description, List<String> grants) throws ManagementJson.BadInput {
        ObjectNode node = (ObjectNode) ManagementJson.read(description.getBytes(StandardCharsets.UTF_8));
        node.remove(VISIBLE_TO);
        list(node, VISIBLE_TO, grants);
        return node.toString();
    }

    private static void write(ObjectNode node, Description.Source source) {
        switch (source) {
            case Description.Source.File(String path) -> node.put("file", path);
            case Description.Source.Folder(String path) -> node.put("folder", path);
            case Description.Source.Api(URI address, var _) -> node.put("address", address.toString());
            case Description.Source.Kept(String sha256, String fileName) ->
                node.putObject(KEPT).put("sha256", sha256).put("fileName", fileName);
            case Description.Source.Typed _ ->
                throw new IllegalArgumentException("typed text is kept as a file, not in a description");
        }
    }

    private static void texts(ObjectNode node, String name, Map<String, String> texts) {
        ObjectNode member = node.putObject(name);
        new TreeMap<>(texts).forEach(member::put);
    }

    private static void list(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode member = node.putArray(name);
            values.forEach(member::add);
        }
    }

    /** The description of a dataset, with the path of its file told from this folder. */
    static String withFileFrom(Path folder, byte[] description) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(description);
        try {
            for (String name : List.of("file", "folder")) {
                Optional<String> path = ManagementJson.optionalText(node, name);
                if (path.isPresent()) {
                    ((ObjectNode) node).put(name, folder.resolve(path.get()).toString());
                }
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
