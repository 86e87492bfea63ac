package org.hasekura.node;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Hash;
import org.hasekura.portal.DutyStanding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Duties of agreements as the management API has them, and statements as they are kept. */
final class DutyJson {

    /** In what role somebody states something where nobody says it. */
    static final String ROLE = "compliance-officer";

    private static final int STATEMENT_CHARACTERS_MAX = 4_000;
    private static final int SALT_BYTES = 16;
    private static final List<String> MEMBERS = List.of("duty", "role", "statement", "documentSha256");
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final SecureRandom RANDOM = new SecureRandom();

    private DutyJson() {}

    static Duties.Order order(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, MEMBERS);
        String role = ManagementJson.role(node, ROLE);
        String statement = ManagementJson.text(node, "statement");
        if (statement.isBlank() || statement.length() > STATEMENT_CHARACTERS_MAX) {
            throw new ManagementJson.BadInput(
                    "`statement` takes 1 to " + STATEMENT_CHARACTERS_MAX + " characters: what was done");
        }
        Optional<String> hex = ManagementJson.optionalText(node, "documentSha256");
        if (hex.filter(text -> !text.matches("[0-9a-f]{64}")).isPresent()) {
            throw new ManagementJson.BadInput("`documentSha256` is not a SHA-256 in 64 hexadecimal digits");
        }
        Optional<Hash> hash = hex.map(text -> Hash.parseHex(text).orElseThrow());
        return new Duties.Order(ManagementJson.text(node, "duty"), role, statement, hash);
    }

    /** With a salt, so that its digest does not give it away. */
    static String statement(Duties.Order order) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        ObjectNode node = MAPPER.createObjectNode();
        node.put("salt", Base64.getEncoder().encodeToString(salt));
        node.put("statement", order.statement());
        order.documentHash().ifPresent(hash -> node.put("documentSha256", hash.hex()));
        return MAPPER.writeValueAsString(node);
    }

    /** What was stated, from the body that {@link #statement} made. */
    static DutyStanding.Stated stated(Duties.Statement statement, Optional<String> body) {
        JsonNode node = body.map(MAPPER::readTree).orElseGet(MAPPER::createObjectNode);
        return new DutyStanding.Stated(
                statement.at(),
                statement.role(),
                node.path("statement").asStringOpt(),
                node.path("documentSha256").asStringOpt());
    }

    static String write(List<Duties.Duty> duties) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode items = node.putArray("items");
        duties.forEach(duty -> items.add(of(duty)));
        return MAPPER.writeValueAsString(node);
    }

    static String write(Duties.Duty duty) {
        return MAPPER.writeValueAsString(of(duty));
    }

    private static ObjectNode of(Duties.Duty duty) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("duty", duty.id());
        duty.bearers().forEach(node.putArray("bearers")::add);
        node.put("since", duty.since().toString());
        duty.dueBy().ifPresent(day -> node.put("dueBy", day.toString()));
        ArrayNode fulfilled = node.putArray("fulfilled");
        for (Duties.Statement each : duty.fulfilled()) {
            fulfilled
                    .addObject()
                    .put("index", each.index())
                    .put("at", each.at().toString())
                    .put("role", each.role())
                    .put("statementHash", each.statementHash().hex());
        }
        return node;
    }
}
