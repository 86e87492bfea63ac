package org.hasekura.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hasekura.exchange.Description;
import org.hasekura.exchange.Theme;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Permission;

/**
 * The fields of the form that say what a description says, so that it can be opened again. What the form has no fields for is named
 * {@link Publication#AS_DESCRIBED} there: it is kept and never made into something near it.
 */
final class PublicationFields {

    private final Map<String, List<String>> values = new HashMap<>();

    private PublicationFields() {}

    /** @param regime of the organisation, as facts of the form have it */
    static Fields of(Description description, String regime) {
        var fields = new PublicationFields();
        fields.put("id", description.id());
        fields.texts(description);
        description.themes().stream()
                .limit(1)
                .forEach(each -> fields.put("theme", Theme.of(each).orElse(each)));
        description.licence().ifPresent(each -> fields.put("licence", each));
        fields.put("what", what(description, regime));
        fields.terms(description);
        fields.put("answering", description.answering().name().orElse(Publication.AS_DESCRIBED));
        fields.seenBy(Onlookers.of(description.visibility()));
        fields.put("columns", Records.columns(description.shape()));
        fields.put("sample", Records.sample(description.shape()));
        description.source().ifPresent(fields::source);
        return new Fields(fields.values);
    }

    private void put(String name, String value) {
        values.put(name, List.of(value));
    }

    private void texts(Description description) {
        var others = new TreeMap<String, Integer>();
        Stream.of(description.titles(), description.descriptions())
                .flatMap(each -> each.keySet().stream())
                .filter(tag -> Stream.of(Language.values())
                        .noneMatch(each -> each.code().equals(tag)))
                .forEach(tag -> others.putIfAbsent(tag, others.size()));
        others.forEach((tag, row) -> put("language-" + row, tag));
        description.titles().forEach((tag, text) -> put("title-" + row(others, tag), text));
        description.descriptions().forEach((tag, text) -> put("description-" + row(others, tag), text));
    }

    private static String row(Map<String, Integer> others, String tag) {
        return Optional.ofNullable(others.get(tag)).map(String::valueOf).orElse(tag);
    }

    private static String what(Description description, String regime) {
        if (description.facts().isEmpty()) {
            return "";
        }
        return Stream.of(What.values())
                .filter(each -> Publication.facts(each, regime).equals(description.facts()))
                .findFirst()
                .map(Sending::slug)
                .orElse(Publication.AS_DESCRIBED);
    }

    /** Takes the terms apart and puts them together again: only when they come out the same does the form say the same. */
    private void terms(Description description) {
        var found = new HashMap<String, List<String>>();
        description.offers().stream()
                .flatMap(offer -> offer.terms().permissions().stream())
                .map(Permission::constraints)
                .flatMap(List::stream)
                .forEach(each -> field(each, found));
        Publication again = Publication.read(new Fields(found), Optional.empty());
        if (again.offers().equals(description.offers())) {
            values.putAll(found);
        } else {
            put("purpose", Publication.AS_DESCRIBED);
        }
    }

    private static void field(Constraint constraint, Map<String, List<String>> found) {
        if (constraint instanceof Constraint.Atomic atomic) {
            List<String> right = atomic.rightOperand();
            switch (atomic.leftOperand()) {
                case "purpose" ->
                    found.put(
                            "purpose",
                            right.stream()
                                    .map(each -> each.replace("urn:hasekura:purpose:", ""))
                                    .toList());
                case "spatial" -> found.put("country", right);
                case "dateTime" -> found.put("until", right);
                default -> {}
            }
        }
    }

    private void seenBy(Onlookers onlookers) {
        put(Onlookers.NAME, onlookers.isRestricted() ? "some" : "everybody");
        values.put(
                "seen-by-party",
                onlookers.grants().stream()
                        .filter(each -> each.startsWith("did:"))
                        .toList());
        put(
                "seen-by-fact",
                String.join(
                        "\n",
                        onlookers.grants().stream()
                                .filter(each -> !each.startsWith("did:"))
                                .toList()));
    }

    private void source(Description.Source source) {
        switch (source) {
            case Description.Source.File(String path) -> put("file", path);
            case Description.Source.Folder(String path) -> put("folder", path);
            case Description.Source.Typed(String text) -> put("text", text);
            case Description.Source.Api(var address, var _) -> put("address", address.toString());
            case Description.Source.Kept(String sha256, String name) -> {
                put("kept", sha256);
                put("kept-name", name);
            }
        }
    }
}
