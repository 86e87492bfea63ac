package org.hasekura.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Grants of access as they are kept, and as the management API has them. */
final class AuditAccessJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<String> MEMBERS = List.of("name", "days", "role");

    private AuditAccessJson() {}

    static byte[] write(List<AuditGrant> grants) {
        ArrayNode list = MAPPER.createArrayNode();
        grants.forEach(grant -> list.add(open(grant).put("tokenSha256", grant.tokenSha256())));
        return MAPPER.writeValueAsBytes(list);
    }

    static List<AuditGrant> read(byte[] kept) {
        List<AuditGrant> grants = new ArrayList<>();
        for (JsonNode each : MAPPER.readTree(kept)) {
            grants.add(new AuditGrant(
                    each.path("id").asString(),
                    each.path("name").asString(),
                    each.path("tokenSha256").asString(),
                    Instant.parse(each.path("given").asString()),
                    Instant.parse(each.path("expires").asString()),
                    each.path("role").asString(),
                    Optional.of(each.path("revoked").asString(""))
                            .filter(text -> !text.isEmpty())
                            .map(Instant::parse)));
        }
        return grants;
    }

    /** Without anything of the token. */
    private static ObjectNode open(AuditGrant grant) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", grant.id());
        node.put("name", grant.name());
        node.put("given", grant.given().toString());
        node.put("expires", grant.expires().toString());
        node.put("role", grant.role());
        grant.revoked().ifPresent(at -> node.put("revoked", at.toString()));
        return node;
    }

    static String list(List<AuditGrant> grants) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode items = node.putArray("items");
        grants.reversed().forEach(grant -> items.add(open(grant)));
        return MAPPER.writeValueAsString(node);
    }

    static String one(AuditGrant grant) {
        return MAPPER.writeValueAsString(open(grant));
    }

    /** @param link that opens the timeline by itself */
    static String given(AuditAccess.Given given, String link) {
        return MAPPER.writeValueAsString(
                open(given.grant()).put("token", given.token()).put("link", link));
    }

    /** What somebody orders. */
    record Order(String name, Duration lasts, String role) {}

    static Order order(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, MEMBERS);
        String name = ManagementJson.text(node, "name");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}")) {
            throw new ManagementJson.BadInput(
                    "`name` is the name of an office in up to 64 letters and digits, such as `PPC review 2026`; never a"
                            + " person's");
        }
        JsonNode days = node.path("days");
        boolean isLength =
                days.isIntegralNumber() && days.longValue() >= 1 && days.longValue() <= AuditAccess.LONGEST.toDays();
        if (!isLength) {
            throw new ManagementJson.BadInput("`days` is a whole number from 1 to " + AuditAccess.LONGEST.toDays());
        }
        return new Order(name, Duration.ofDays(days.longValue()), role(node));
    }

    static String revocation(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("role"));
        return role(node);
    }

    private static String role(JsonNode node) throws ManagementJson.BadInput {
        return ManagementJson.role(node, DutyJson.ROLE);
    }
}
