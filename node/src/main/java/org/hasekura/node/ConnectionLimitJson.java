package org.hasekura.node;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.Limits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Limits on connections as the management API has them. */
final class ConnectionLimitJson {

    /** Who gives and lifts limits where nobody says it. */
    static final String ROLE = "operator";

    private static final int CHARACTERS_MAX = 1_000;
    private static final List<String> MEMBERS =
            List.of("party", "country", "supplier", "effect", "from", "until", "reason", "citation", "role");
    private static final Set<String> COUNTRIES = Set.of(java.util.Locale.getISOCountries());

    private ConnectionLimitJson() {}

    /** What somebody orders. Days are those of UTC; {@code until} names the last one. */
    static Limits.Order order(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, MEMBERS);
        Optional<Instant> from = instant(node, "from", false);
        Optional<Instant> until = instant(node, "until", true);
        if (until.isPresent() && from.isPresent() && !from.get().isBefore(until.get())) {
            throw new ManagementJson.BadInput("`until` must be later than `from`");
        }
        return new Limits.Order(
                target(node),
                effect(ManagementJson.text(node, "effect")),
                from,
                until,
                words(node, "reason"),
                words(node, "citation"),
                ManagementJson.role(node, ROLE));
    }

    /** A limit that nobody has ordered yet. */
    record Trial(Limit.Target target, Limit.Effect effect) {}

    static Trial trial(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("party", "country", "supplier", "effect"));
        return new Trial(
                target(node), effect(ManagementJson.optionalText(node, "effect").orElse("suspend")));
    }

    private static Limit.Target target(JsonNode node) throws ManagementJson.BadInput {
        List<Limit.Target> targets = new ArrayList<>();
        ManagementJson.optionalText(node, "party").map(Limit.Target.Party::new).ifPresent(targets::add);
        Optional<String> country = ManagementJson.optionalText(node, "country");
        if (country.filter(code -> !COUNTRIES.contains(code)).isPresent()) {
            throw new ManagementJson.BadInput(
                    "`" + country.get() + "` is no country; write two capital letters of ISO 3166-1, such as `JP`");
        }
        country.map(Limit.Target.Country::new).ifPresent(targets::add);
        ManagementJson.optionalText(node, "supplier")
                .map(Limit.Target.Supplier::new)
                .ifPresent(targets::add);
        if (targets.size() != 1) {
            throw new ManagementJson.BadInput("say whom it meets: one of `party`, `country` and `supplier`");
        }
        if (targets.getFirst().value().length() > CHARACTERS_MAX) {
            throw new ManagementJson.BadInput("whom it meets takes at most " + CHARACTERS_MAX + " characters");
        }
        return targets.getFirst();
    }

    private static Limit.Effect effect(String text) throws ManagementJson.BadInput {
        return switch (text) {
            case "suspend" -> Limit.Effect.SUSPEND;
            case "terminate" -> Limit.Effect.TERMINATE;
            default ->
                throw new ManagementJson.BadInput("`effect` is `" + text + "`; it can be `suspend` or `terminate`");
        };
    }

    private static String words(JsonNode node, String name) throws ManagementJson.BadInput {
        String words = ManagementJson.text(node, name);
        if (words.length() > CHARACTERS_MAX || words.chars().anyMatch(Character::isISOControl)) {
            throw new ManagementJson.BadInput(
                    "`" + name + "` takes 1 to " + CHARACTERS_MAX + " characters in one line");
        }
        return words;
    }

    private static Optional<Instant> instant(JsonNode node, String name, boolean isLast)
            throws ManagementJson.BadInput {
        Optional<String> said = ManagementJson.optionalText(node, name);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = said.get();
            return Optional.of(
                    text.indexOf('T') > 0
                            ? Instant.parse(text)
                            : LocalDate.parse(text)
                                    .plusDays(isLast ? 1 : 0)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant());
        } catch (DateTimeException e) {
            throw new ManagementJson.BadInput(
                    "`" + name + "` is neither a day like `2026-11-22` nor a time like" + " `2026-11-22T15:00:00Z`");
        }
    }

    /** That somebody lifts one: in which role, and why. */
    record Lift(String role, String reason) {}

    static Lift lift(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("role", "reason"));
        return new Lift(ManagementJson.role(node, ROLE), words(node, "reason"));
    }

    static String text(Limit limit) {
        return write(limit).toString();
    }

    static String write(List<Limit> limits) {
        ObjectNode node = ManagementJson.object();
        ArrayNode items = node.putArray("items");
        limits.forEach(limit -> items.add(write(limit)));
        return node.toString();
    }

    private static ObjectNode write(Limit limit) {
        ObjectNode node = ManagementJson.object().put("id", limit.id());
        String by = switch (limit.target()) {
            case Limit.Target.Party _ -> "party";
            case Limit.Target.Country _ -> "country";
            case Limit.Target.Supplier _ -> "supplier";
        };
        node.put(by, limit.target().value())
                .put("effect", limit.effect().name().toLowerCase(java.util.Locale.ROOT))
                .put("from", limit.from().toString());
        limit.until().ifPresent(until -> node.put("until", until.toString()));
        node.put("reason", limit.reason())
                .put("citation", limit.citation())
                .put("role", limit.role())
                .put("given", limit.given().toString());
        limit.lifted()
                .ifPresent(lifting -> node.putObject("lifted")
                        .put("at", lifting.at().toString())
                        .put("role", lifting.role())
                        .put("reason", lifting.reason()));
        return node;
    }
}
