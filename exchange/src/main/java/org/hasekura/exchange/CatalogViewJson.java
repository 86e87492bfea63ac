package org.hasekura.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import tools.jackson.databind.JsonNode;

/** Reads a peer's catalog or dataset: strict where a negotiation would rest on it, lenient in what is only shown. */
final class CatalogViewJson {

    private static final int DATASETS_MAX = 5_000;
    private static final int OFFERS_MAX = 100;
    private static final int FORMS_MAX = 100;
    private static final int SERVICES_MAX = 1_000;
    private static final int LANGUAGES_MAX = 100;
    private static final int KEYWORDS_MAX = 200;
    private static final String NO_LANGUAGE = "und";

    private CatalogViewJson() {}

    static CatalogView catalog(Fields fields) {
        DspJson.requireContext(fields);
        fields.requireType("Catalog");
        List<CatalogView.Unread> unread = new ArrayList<>();
        Map<String, URI> services = new HashMap<>();
        each(fields, "service", SERVICES_MAX, unread, item -> {
            Fields service = item.object();
            services.put(service.text("@id"), service.address("endpointURL"));
        });
        List<DatasetView> datasets = new ArrayList<>();
        each(fields, "dataset", DATASETS_MAX, unread, item -> datasets.add(dataset(item.object(), services)));
        return new CatalogView(fields.text("@id"), fields.text("participantId"), datasets, unread);
    }

    static DatasetView dataset(Fields root) {
        DspJson.requireContext(root);
        return dataset(root, Map.of());
    }

    private static DatasetView dataset(Fields fields, Map<String, URI> services) {
        fields.requireType("Dataset");
        List<CatalogView.Unread> unread = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        each(
                fields,
                "hasPolicy",
                OFFERS_MAX,
                unread,
                item -> offers.add(Fields.orInvalid(OdrlJson.catalogOffer(item.node(), item.path()))));
        return new DatasetView(
                fields.text("@id"),
                byLanguage(fields, "dct:title"),
                byLanguage(fields, "dct:description"),
                texts(fields, "dcat:keyword"),
                texts(fields, "dcat:theme").stream()
                        .flatMap(each -> Theme.of(each).stream())
                        .toList(),
                texts(fields, "dct:spatial").stream()
                        .flatMap(each -> Place.of(each).stream())
                        .toList(),
                personal(texts(fields, DatasetJson.HAS_DATA)),
                fields.field("dct:license").flatMap(CatalogViewJson::termOrText),
                ShapeJson.read(fields.field(ShapeJson.SCHEMA), fields.field(ShapeJson.SAMPLE)),
                offers,
                fields.items("distribution", FORMS_MAX, item -> form(item.object(), services)),
                unread);
    }

    private static Optional<Boolean> personal(List<String> kinds) {
        if (kinds.contains(DatasetJson.PERSONAL)) {
            return Optional.of(true);
        }
        return kinds.contains(DatasetJson.NOT_PERSONAL) ? Optional.of(false) : Optional.empty();
    }

    /** Reads the items of an array one by one; one that cannot be read is noted and harms no other. */
    private static void each(
            Fields fields, String name, int itemsMax, List<CatalogView.Unread> unread, Consumer<Fields.Item> reader) {
        fields.items(name, itemsMax, item -> item).forEach(item -> {
            try {
                reader.accept(item);
            } catch (InvalidInput wrong) {
                unread.add(wrong.unread());
            }
        });
    }

    private static DatasetView.Form form(Fields distribution, Map<String, URI> services) {
        Optional<URI> endpoint = distribution
                .field("accessService")
                .flatMap(service -> service.isString()
                        ? Optional.ofNullable(services.get(service.stringValue()))
                        : Optional.of(distribution.object("accessService").address("endpointURL")));
        return new DatasetView.Form(
                distribution.text("format"),
                endpoint,
                distribution.field("dcat:mediaType").flatMap(CatalogViewJson::termOrText),
                size(distribution));
    }

    private static OptionalLong size(Fields distribution) {
        Optional<JsonNode> size = distribution.field("dcat:byteSize");
        if (size.isPresent() && size.get().isIntegralNumber() && size.get().canConvertToLong()) {
            long bytes = size.get().longValue();
            return bytes >= 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    /** Texts by language: plain, tagged, several of these, or a map from tag to text. */
    private static Map<String, String> byLanguage(Fields dataset, String name) {
        Map<String, String> texts = new TreeMap<>();
        dataset.field(name).ifPresent(node -> {
            if (node.isObject() && !node.has("@value")) {
                node.properties().stream()
                        .limit(LANGUAGES_MAX)
                        .forEach(each -> termOrText(each.getValue()).ifPresent(text -> texts.put(each.getKey(), text)));
            } else {
                for (JsonNode each : node.isArray() ? node : List.of(node)) {
                    if (texts.size() < LANGUAGES_MAX) {
                        termOrText(each)
                                .ifPresent(
                                        text -> texts.put(each.path("@language").asString(NO_LANGUAGE), text));
                    }
                }
            }
        });
        return texts;
    }

    private static List<String> texts(Fields dataset, String name) {
        List<String> texts = new ArrayList<>();
        dataset.field(name).ifPresent(node -> {
            for (JsonNode each : node.isArray() ? node : List.of(node)) {
                if (texts.size() < KEYWORDS_MAX) {
                    termOrText(each).ifPresent(texts::add);
                }
            }
        });
        return texts;
    }

    /** A text, or what JSON-LD makes of one: an object with {@code @value} or {@code @id}. Too long is left out. */
    private static Optional<String> termOrText(JsonNode node) {
        JsonNode text = node.has("@value") ? node.path("@value") : node.has("@id") ? node.path("@id") : node;
        return text.isString() && text.stringValue().length() <= Fields.TEXT_MAX
                ? Optional.of(text.stringValue())
                : Optional.empty();
    }
}
