package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Finding;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Policy;
import org.hasekura.policy.Reading;
import org.hasekura.policy.Terms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules by which requests for a dataset are answered, as JSON: the name of a short form, or a list of rules. The same
 * text goes into a description of a dataset, into the store and, by its digest, into the evidence.
 */
public final class AnsweringJson {

    private static final int RULES_MAX = 100;
    private static final int WORDS_MAX = 500;
    private static final Set<String> MEMBERS = Set.of("id", "terms", "template", "when", "then", "reason");

    private AnsweringJson() {}

    /** What is wrong with the input, and where. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final String path;
        private final String words;

        Refusal(String path, String words) {
            super(words);
            this.path = path;
            this.words = words;
        }
    }

    /** Reads what {@link #write} writes; what a rule says and nobody here understands is refused. */
    public static Reading<Dataset.Answering> read(JsonNode node, String path) {
        try {
            return new Reading.Read<>(answering(node, path));
        } catch (Refusal refusal) {
            return new Reading.Refused<>(refusal.path, refusal.words);
        }
    }

    public static JsonNode write(Dataset.Answering answering) {
        if (answering.name().isPresent()) {
            return JsonNodeFactory.instance.stringNode(answering.name().get());
        }
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        for (AnswerRule rule : answering.rules()) {
            ObjectNode node = rules.addObject().put("id", rule.id()).put("terms", name(rule.terms()));
            rule.template().ifPresent(template -> node.set("template", OdrlJson.write(template)));
            if (!rule.when().isEmpty()) {
                JsonNode permission =
                        OdrlJson.write(condition(rule)).path("permission").get(0);
                node.set("when", permission.path("constraint"));
            }
            node.put("then", name(rule.then()));
            rule.reason().ifPresent(reason -> node.put("reason", reason));
        }
        return rules;
    }

    /** The rule's conditions as terms: whoever is permitted anything by them is one whom the rule fits. */
    static Terms condition(AnswerRule rule) {
        return Terms.permitting(Permission.use(rule.when().toArray(Constraint[]::new)));
    }

    private static Dataset.Answering answering(JsonNode node, String path) throws Refusal {
        if (node.isString()) {
            return Dataset.Answering.named(node.stringValue().toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new Refusal(
                            path,
                            "is `" + node.stringValue()
                                    + "`; it can be `direct`, `confirm`, `manual` or a list of rules"));
        }
        if (!node.isArray() || node.isEmpty() || node.size() > RULES_MAX) {
            throw new Refusal(path, "takes `direct`, `confirm`, `manual` or a list of 1 to " + RULES_MAX + " rules");
        }
        List<AnswerRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < node.size(); i++) {
            AnswerRule rule = rule(node.get(i), path + "[" + i + "]");
            if (!ids.add(rule.id())) {
                throw new Refusal(path + "[" + i + "].id", "is `" + rule.id() + "`, as that of another rule");
            }
            rules.add(rule);
        }
        return Dataset.Answering.by(rules);
    }

    private static AnswerRule rule(JsonNode node, String path) throws Refusal {
        if (!node.isObject()) {
            throw new Refusal(path, "must be an object");
        }
        for (String name : node.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                throw new Refusal(
                        path + "." + name,
                        "is not known; a rule has `id`, `terms`, `template`, `when`, `then`" + " and `reason`");
            }
        }
        Optional<Terms> template =
                node.has("template") ? Optional.of(terms(node.path("template"), path + ".template")) : Optional.empty();
        ObjectNode permission = JsonNodeFactory.instance.objectNode().put("action", "use");
        permission.set(
                "constraint",
                node.path("when").isMissingNode() ? JsonNodeFactory.instance.arrayNode() : node.path("when"));
        ObjectNode condition = JsonNodeFactory.instance.objectNode();
        condition.putArray("permission").add(permission);
        List<Constraint> when =
                terms(condition, path + ".when").permissions().getFirst().constraints();
        return new AnswerRule(
                text(node, path, "id").orElseThrow(() -> new Refusal(path + ".id", "is missing: name the rule")),
                named(node, path, "terms", AnswerRule.Match.values()).orElse(AnswerRule.Match.WITHIN),
                template,
                when,
                named(node, path, "then", AnswerRule.Then.values())
                        .orElseThrow(() -> new Refusal(path + ".then", "is missing: say what to do")),
                text(node, path, "reason"));
    }

    private static Terms terms(JsonNode node, String path) throws Refusal {
        Terms terms = switch (OdrlJson.terms(node, path)) {
            case Reading.Read<Terms>(Terms read) -> read;
            case Reading.Refused<Terms>(String where, String words) -> throw new Refusal(where, words);
        };
        List<Finding> faults = Policy.of(terms).faults();
        if (!faults.isEmpty()) {
            throw new Refusal(
                    path + "." + faults.getFirst().path(),
                    "is not understood: " + faults.getFirst().english());
        }
        return terms;
    }

    private static Optional<String> text(JsonNode node, String path, String name) throws Refusal {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        boolean isText = value.isString()
                && !value.stringValue().isBlank()
                && value.stringValue().length() <= WORDS_MAX
                && value.stringValue().chars().noneMatch(Character::isISOControl);
        if (!isText) {
            throw new Refusal(path + "." + name, "takes 1 to " + WORDS_MAX + " characters in one line");
        }
        return Optional.of(value.stringValue());
    }

    private static <T extends Enum<T>> Optional<T> named(JsonNode node, String path, String name, T[] values)
            throws Refusal {
        Optional<String> said = text(node, path, name);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        for (T value : values) {
            if (name(value).equals(said.get())) {
                return Optional.of(value);
            }
        }
        throw new Refusal(
                path + "." + name,
                "is `" + said.get() + "`; it can be `"
                        + String.join(
                                "`, `",
                                Stream.of(values).map(AnsweringJson::name).toList()) + "`");
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
