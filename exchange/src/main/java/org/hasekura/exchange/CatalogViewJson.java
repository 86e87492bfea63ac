package org.hasekura.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import tools.jackson.databind.JsonNode;

/** Reads a peer's catalog or dataset: strict where a negotiation would rest on it, lenient in what is only shown. */
final class CatalogViewJson {

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
        Map<String, URI> services = services(fields);
        List<DatasetView> datasets = new ArrayList<>();
        List<CatalogView.Unread> unread = new ArrayList<>();
        fields.items("dataset", CatalogJson.DATASETS_MAX, item -> item).forEach(item -> {
            try {
                datasets.add(dataset(item.object(), services, unread));
            } catch (InvalidInput wrong) {
                unread.add(wrong.unread());
            }
        });
        return new CatalogView(fields.text("@id"), fields.text("participantId"), datasets, unread);
    }

    static DatasetView dataset(Fields root) {
        DspJson.requireContext(root);
        return dataset(root, Map.of(), new ArrayList<>());
    }

    private static DatasetView dataset(Fields fields, Map<String, URI> services, List<CatalogView.Unread> unread) {
        fields.requireType("Dataset");
        return new DatasetView(
                fields.text("@id"),
                byLanguage(fields, "dct:title"),
                byLanguage(fields, "dct:description"),
                texts(fields, "dcat:keyword"),
                fields.field("dct:license").flatMap(CatalogViewJson::termOrText),
                offers(fields, unread),
                fields.items("distribution", FORMS_MAX, item -> form(item.object(), services)));
    }

    /** The offers that can be read. An offer with words we do not know cannot be accepted, but others can. */
    private static List<Offer> offers(Fields dataset, List<CatalogView.Unread> unread) {
        List<Offer> offers = new ArrayList<>();
        List<InvalidInput> refused = new ArrayList<>();
        dataset.items("hasPolicy", OFFERS_MAX, item -> item).forEach(item -> {
            try {
                offers.add(Fields.orInvalid(OdrlJson.catalogOffer(item.node(), item.path())));
            } catch (InvalidInput wrong) {
                refused.add(wrong);
            }
        });
        if (offers.isEmpty()) {
            throw refused.isEmpty()
                    ? dataset.invalid("hasPolicy", "is missing; expected at least one offer")
                    : refused.getFirst();
        }
        refused.forEach(each -> unread.add(each.unread()));
        return offers;
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

    private static Map<String, URI> services(Fields catalog) {
        Map<String, URI> services = new HashMap<>();
        catalog.items("service", SERVICES_MAX, Fields.Item::object)
                .forEach(service -> services.put(service.text("@id"), service.address("endpointURL")));
        return services;
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
