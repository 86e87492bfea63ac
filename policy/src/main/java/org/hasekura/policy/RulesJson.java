package org.hasekura.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hasekura.policy.Constraint.Join;
import tools.jackson.databind.JsonNode;

/**
 * Reads the rules of one policy from JSON; counts as it goes, so that a policy of any shape stays small.
 *
 * <p>One reader reads one policy. The first fault ends the reading by a {@link Refusal}, which {@link OdrlJson} turns
 * into a {@link Reading.Refused}: it never leaves the two classes.
 */
final class RulesJson {

    private static final int PARTS_MAX = 1_000;
    private static final int DEPTH_MAX = 8;
    private static final int VALUES_MAX = 256;
    private static final int LANGUAGES_MAX = 32;
    static final int NAME_CHARACTERS_MAX = 512;
    private static final int VALUE_CHARACTERS_MAX = 2_048;
    private static final String ODRL = "http://www.w3.org/ns/odrl/2/";
    private static final List<String> OPERATORS =
            Arrays.stream(Operator.values()).map(Operator::term).toList();

    /** Rules and constraints read so far. */
    private int parts;

    /** That the input is not acceptable, and where. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String path;
        private final String words;

        Refusal(String path, String words) {
            super(words, null, false, false);
            this.path = path;
            this.words = words;
        }

        <T> Reading<T> reading() {
            return new Reading.Refused<>(path, words);
        }
    }

    Terms terms(JsonNode policy, String path) {
        object(policy, path);
        // That a permission goes before a prohibition would turn the terms around; they are read the other way.
        if (member(policy, path, "conflict")
                .filter(said -> Action.compact(said.asString("")).equals("perm"))
                .isPresent()) {
            throw new Refusal(
                    path + ".conflict",
                    "is `perm`, which is not understood here: a prohibition goes before a permission");
        }
        refuseIfSaid(policy, path, "inheritFrom");
        return new Terms(
                list(policy, path, "permission", this::permission),
                list(policy, path, "prohibition", this::prohibition),
                list(policy, path, "obligation", this::duty));
    }

    private Permission permission(JsonNode rule, String path) {
        return new Permission(
                action(rule, path),
                list(rule, path, "constraint", (each, at) -> constraint(each, at, 1)),
                list(rule, path, "duty", this::duty));
    }

    private Prohibition prohibition(JsonNode rule, String path) {
        return new Prohibition(
                action(rule, path),
                list(rule, path, "constraint", (each, at) -> constraint(each, at, 1)),
                list(rule, path, "remedy", this::lastDuty));
    }

    private Duty duty(JsonNode rule, String path) {
        return duty(rule, path, list(rule, path, "consequence", this::lastDuty));
    }

    /** A consequence or a remedy, which has no consequence of its own. ODRL 2.2 §2.6.5 and §2.6.7. */
    private Duty lastDuty(JsonNode rule, String path) {
        object(rule, path);
        if (isSaid(rule, path, "consequence")) {
            throw new Refusal(path + ".consequence", "stands in a consequence or a remedy, which has none of its own");
        }
        return duty(rule, path, List.of());
    }

    private Duty duty(JsonNode rule, String path, List<Duty> consequences) {
        return new Duty(
                action(rule, path),
                list(rule, path, "constraint", (each, at) -> constraint(each, at, 1)),
                until(rule, path),
                consequences);
    }

    /** Our own property; a text without a language, or in one alone, stands for both. */
    private static Optional<Duty.Until> until(JsonNode rule, String path) {
        JsonNode said = rule.path(TermsJson.UNTIL);
        if (said.isMissingNode() || said.isNull()) {
            return Optional.empty();
        }
        String at = path + "." + TermsJson.UNTIL;
        List<JsonNode> texts = said.isArray() ? said.values().stream().toList() : List.of(said);
        if (texts.isEmpty() || texts.size() > LANGUAGES_MAX) {
            throw new Refusal(at, "takes 1 to " + LANGUAGES_MAX + " texts, has " + texts.size());
        }
        String first = scalar(texts.getFirst(), at);
        return Optional.of(new Duty.Until(
                in("en", texts, at).orElse(first), in("ja", texts, at).orElse(first)));
    }

    private static Optional<String> in(String language, List<JsonNode> texts, String path) {
        return texts.stream()
                .filter(text -> text.path("@language").asString("").equals(language))
                .findFirst()
                .map(text -> scalar(text, path));
    }

    private Action action(JsonNode rule, String path) {
        object(rule, path);
        // A rule for one party alone would become one for everybody.
        refuseIfSaid(rule, path, "assignee");
        return new Action(term(rule, path, "action"));
    }

    private Constraint constraint(JsonNode node, String path, int depth) {
        object(node, path);
        if (depth > DEPTH_MAX) {
            throw new Refusal(path, "nests constraints more than " + DEPTH_MAX + " deep");
        }
        refuseIfSaid(node, path, "refinement");
        List<Join> joins = Arrays.stream(Join.values())
                .filter(join -> member(node, path, join.term()).isPresent())
                .toList();
        if (joins.isEmpty()) {
            return atomic(node, path);
        }
        if (joins.size() > 1 || member(node, path, "leftOperand").isPresent()) {
            throw new Refusal(path, "must be one comparison or one of `and`, `andSequence`, `or`, `xone`, not several");
        }
        Join join = joins.getFirst();
        List<Constraint> inner = list(node, path, join.term(), (each, at) -> constraint(each, at, depth + 1));
        if (inner.isEmpty()) {
            throw new Refusal(path + "." + join.term(), "needs at least one constraint");
        }
        return new Constraint.Logical(join, inner);
    }

    private Constraint atomic(JsonNode node, String path) {
        refuseIfSaid(node, path, "unit");
        String left = term(node, path, "leftOperand");
        String said = term(node, path, "operator");
        Operator operator = Operator.parse(said.startsWith(ODRL) ? said.substring(ODRL.length()) : said)
                .orElseThrow(() ->
                        new Refusal(path + ".operator", "names an " + Words.unknown("operator", said, OPERATORS)));
        String at = path + ".rightOperand";
        JsonNode right = member(node, path, "rightOperand")
                .orElseThrow(() -> new Refusal(at, "is missing: say what to compare with"));
        return new Constraint.Atomic(left, operator, values(right, at));
    }

    /** The right side: one value, or several in an array or a JSON-LD list. */
    private static List<String> values(JsonNode right, String path) {
        JsonNode many = right.isObject() && right.has("@list") ? right.get("@list") : right;
        if (!many.isArray()) {
            return List.of(scalar(many, path));
        }
        if (many.isEmpty() || many.size() > VALUES_MAX) {
            throw new Refusal(path, "takes 1 to " + VALUES_MAX + " values, has " + many.size());
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            values.add(scalar(many.get(i), path + "[" + i + "]"));
        }
        return values;
    }

    private static String scalar(JsonNode value, String path) {
        if (value.isNumber() || value.isBoolean()) {
            return value.asString();
        }
        if (value.isObject() && value.has("@value") != value.has("@id")) {
            return scalar(value.has("@value") ? value.get("@value") : value.get("@id"), path);
        }
        return text(value, path, VALUE_CHARACTERS_MAX);
    }

    /** A term: a string, or what JSON-LD makes of one, an object with {@code @id}. */
    private static String term(JsonNode object, String path, String name) {
        String at = path + "." + name;
        JsonNode value = member(object, path, name).orElseThrow(() -> new Refusal(at, "is missing"));
        if (value.isObject()) {
            refuseIfSaid(value, at, "refinement");
        }
        return text(value.isObject() && value.has("@id") ? value.get("@id") : value, at, NAME_CHARACTERS_MAX);
    }

    /** A text of 1 to {@code charactersMax} characters in which nothing hides. */
    static String text(JsonNode value, String path, int charactersMax) {
        if (!value.isString()) {
            throw new Refusal(path, "must be a string");
        }
        String text = value.stringValue();
        if (text.isBlank() || text.length() > charactersMax) {
            throw new Refusal(path, "takes 1 to " + charactersMax + " characters, has " + text.length());
        }
        // Half a surrogate pair has no UTF-8: two different texts would get one hash.
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new Refusal(path, "has a control character or half a character in it");
        }
        return text;
    }

    /** The items under the name; none where it is absent, null or an empty array. A lone object is a list of one. */
    private <T> List<T> list(JsonNode object, String path, String name, BiFunction<JsonNode, String, T> item) {
        object(object, path);
        Optional<JsonNode> found = member(object, path, name);
        if (found.isEmpty()) {
            return List.of();
        }
        String at = path + "." + name;
        JsonNode many =
                found.get().isObject() && found.get().has("@list") ? found.get().get("@list") : found.get();
        if (many.isObject()) {
            count(at);
            return List.of(item.apply(many, at));
        }
        if (!many.isArray()) {
            throw new Refusal(at, "must be an array of objects");
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            count(at);
            items.add(item.apply(many.get(i), at + "[" + i + "]"));
        }
        return items;
    }

    private void count(String path) {
        parts++;
        if (parts > PARTS_MAX) {
            throw new Refusal(path, "has more than " + PARTS_MAX + " rules and constraints in one policy");
        }
    }

    /** The member under its short name, {@code odrl:} name or IRI; null counts as absent, as in JSON-LD. */
    static Optional<JsonNode> member(JsonNode object, String path, String name) {
        List<JsonNode> found = new ArrayList<>(1);
        for (String spelling : List.of(name, "odrl:" + name, ODRL + name)) {
            JsonNode value = object.path(spelling);
            if (!value.isMissingNode() && !value.isNull()) {
                found.add(value);
            }
        }
        if (found.size() > 1) {
            throw new Refusal(path + "." + name, "stands twice, under a short and a long name");
        }
        return found.stream().findFirst();
    }

    /** What would change the meaning of a rule and cannot be carried by ours must not be dropped in silence. */
    private static void refuseIfSaid(JsonNode object, String path, String name) {
        if (isSaid(object, path, name)) {
            throw new Refusal(path + "." + name, "is not understood here; say it without");
        }
    }

    private static boolean isSaid(JsonNode object, String path, String name) {
        return member(object, path, name)
                .filter(value -> !(value.isArray() && value.isEmpty()))
                .isPresent();
    }

    static void object(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new Refusal(path, "must be an object");
        }
    }
}
