package org.hasekura.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Facet;
import org.hasekura.exchange.Listed;
import org.hasekura.exchange.Qualification;
import org.hasekura.policy.Offer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a search found, as JSON: each dataset with whose it is, how fresh, and whether one qualifies for it. */
final class SearchJson {

    private SearchJson() {}

    static String write(CatalogSearch.Found found, Optional<String> next, Instant now) {
        ObjectNode node = ManagementJson.object();
        ArrayNode items = node.putArray("items");
        found.hits().forEach(hit -> items.add(write(hit, now)));
        found.total().ifPresent(total -> node.put("total", total));
        next.ifPresent(cursor -> node.put("next", cursor));
        if (!found.counts().isEmpty()) {
            ObjectNode facets = node.putObject("facets");
            for (Facet facet : Facet.values()) {
                ArrayNode values = facets.putArray(facet.text());
                found.counts()
                        .getOrDefault(facet, List.of())
                        .forEach(count ->
                                values.addObject().put("value", count.value()).put("datasets", count.datasets()));
            }
        }
        return node.toString();
    }

    private static ObjectNode write(CatalogSearch.Hit hit, Instant now) {
        Listed listed = hit.listed();
        ObjectNode node = ManagementJson.object().put("id", listed.id()).put("party", hit.party());
        put(node, "title", listed.titles());
        put(node, "description", listed.descriptions());
        put(node, "keywords", listed.keywords());
        put(node, "themes", listed.themes());
        put(node, "countries", listed.countries());
        listed.personal().ifPresent(personal -> node.put("personal", personal));
        listed.licence().ifPresent(licence -> node.put("licence", licence));
        switch (listed) {
            case Listed.Own(long _, var dataset) -> {
                put(node, "formats", List.of(dataset.content().mediaType()));
                put(node, "offers", dataset.offers().stream().map(Offer::id).toList());
                node.put("own", true).put("published", dataset.published().toString());
            }
            case Listed.OfPeer(long _, String _, var dataset, Instant seen) -> {
                put(
                        node,
                        "formats",
                        dataset.forms().stream()
                                .map(form -> form.mediaType().orElse(form.format()))
                                .distinct()
                                .toList());
                put(node, "offers", dataset.offers().stream().map(Offer::id).toList());
                node.put("own", false)
                        .put("seen", seen.toString())
                        .put(
                                "ageSeconds",
                                Math.max(0, Duration.between(seen, now).toSeconds()));
            }
        }
        hit.qualification().ifPresent(qualification -> put(node, qualification));
        return node;
    }

    private static void put(ObjectNode node, Qualification qualification) {
        switch (qualification) {
            case Qualification.Qualifies(List<String> duties) -> put(node.put("qualifies", "yes"), "duties", duties);
            case Qualification.Refused(List<String> reasons) -> put(node.put("qualifies", "no"), "reasons", reasons);
            case Qualification.Open(List<String> missing) -> put(node.put("qualifies", "open"), "missing", missing);
        }
    }

    private static void put(ObjectNode node, String name, Map<String, String> texts) {
        ObjectNode object = node.putObject(name);
        new TreeMap<>(texts).forEach(object::put);
    }

    private static void put(ObjectNode node, String name, List<String> texts) {
        ArrayNode array = node.putArray(name);
        texts.forEach(array::add);
    }
}
