package org.hasekura.node;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.portal.Fields;
import org.hasekura.portal.Invitation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Links for guests as the management API has them: the words of the page's form, in JSON. */
final class GuestLinkJson {

    /** Who makes and ends links where nobody says it. */
    static final String ROLE = "provider";

    private static final int REASON_MAX = 1_000;

    /** The members of an invitation, and the fields of the form that take them. */
    private static final Map<String, String> FIELDS = Map.of(
            "offer", "offer",
            "organisation", "organisation",
            "country", "country",
            "kind", "kind",
            "recipientRole", "role",
            "subjectTo", "subject-to",
            "email", "email",
            "source", "source",
            "purpose", "purpose",
            "until", "until");

    private static final List<String> MEMBERS = List.of(
            "dataset",
            "offer",
            "organisation",
            "country",
            "kind",
            "recipientRole",
            "subjectTo",
            "email",
            "source",
            "purpose",
            "from",
            "until",
            "downloads",
            "role");

    private GuestLinkJson() {}

    /** An invitation as it was asked for; {@code form} has what {@link org.hasekura.portal.InviteForm} reads. */
    record Order(String dataset, Fields form, String role) {}

    static Order order(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, MEMBERS);
        Map<String, List<String>> form = new HashMap<>();
        for (Map.Entry<String, String> each : FIELDS.entrySet()) {
            ManagementJson.optionalText(node, each.getKey())
                    .ifPresent(text -> form.put(each.getValue(), List.of(text)));
        }
        ManagementJson.optionalText(node, "from").ifPresent(text -> form.put("from", List.of(text)));
        JsonNode downloads = node.path("downloads");
        if (!downloads.isMissingNode() && !downloads.isIntegralNumber()) {
            throw new ManagementJson.BadInput("`downloads` is a whole number");
        }
        form.put("downloads", List.of(Long.toString(downloads.isMissingNode() ? 1 : downloads.longValue())));
        return new Order(ManagementJson.text(node, "dataset"), new Fields(form), role(node));
    }

    /** What is wrong with an invitation, by the fields of the form. */
    static ManagementJson.BadInput bad(List<String> problems) {
        String field = problems.getFirst();
        String member = FIELDS.entrySet().stream()
                .filter(each -> each.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(field);
        return new ManagementJson.BadInput("/" + member, sentence(member));
    }

    private static String sentence(String member) {
        return switch (member) {
            case "organisation" -> "`organisation` is the name of the guest's organisation, in up to 200 characters";
            case "country" -> "`country` is two letters of ISO 3166-1, such as `JP`";
            case "email" -> "`email` is the address of the guest's person, where the code goes";
            case "source" -> "`source` says where you know all this from, in up to 200 characters";
            case "until" ->
                "`until` is the last day of the link, such as `2026-12-01`: not before `from`, at most a year away";
            case "downloads" -> "`downloads` is a whole number from 1 to 100";
            default -> "`" + member + "` is no code of the law data";
        };
    }

    record End(String reason, String role) {}

    static End end(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("reason", "role"));
        String reason = ManagementJson.text(node, "reason");
        if (reason.length() > REASON_MAX) {
            throw new ManagementJson.BadInput("`reason` takes at most " + REASON_MAX + " characters");
        }
        return new End(reason, role(node));
    }

    static Entry.ErasureGround ground(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("ground"));
        String ground = ManagementJson.text(node, "ground");
        return switch (ground) {
            case "data-subject" -> Entry.ErasureGround.DATA_SUBJECT;
            case "authority" -> Entry.ErasureGround.AUTHORITY;
            case "operator" -> Entry.ErasureGround.OPERATOR;
            default ->
                throw new ManagementJson.BadInput(
                        "`ground` is `" + ground + "`; it can be `data-subject`, `authority` or `operator`");
        };
    }

    private static String role(JsonNode node) throws ManagementJson.BadInput {
        return ManagementJson.role(node, ROLE);
    }

    static String list(List<Invitation> invitations, LocalDate today) {
        ObjectNode node = ManagementJson.object();
        ArrayNode items = node.putArray("items");
        invitations.forEach(each -> items.add(write(each, today)));
        return node.toString();
    }

    static String one(Invitation invitation, LocalDate today) {
        return write(invitation, today).toString();
    }

    /** @param link its address, which is nowhere kept */
    static String made(Invitation invitation, LocalDate today, String link) {
        return write(invitation, today).put("link", link).toString();
    }

    private static ObjectNode write(Invitation one, LocalDate today) {
        Invitation.Progress progress = one.progress();
        ObjectNode node = ManagementJson.object()
                .put("id", one.id())
                .put("did", one.did())
                .put("state", one.stateOn(today).name().toLowerCase(Locale.ROOT))
                .put("organisation", one.guest().organisation())
                .put("country", one.guest().country())
                .put("dataset", one.offered().datasetId())
                .put("offer", one.offered().offerId())
                .put("from", one.offered().from().toString())
                .put("until", one.offered().until().toString())
                .put("downloads", progress.transfers().size())
                .put("downloadsMax", one.offered().downloadsMax())
                .put("made", one.made().toString());
        optional(node, "email", Optional.of(one.guest().email()).filter(each -> !each.isEmpty()));
        optional(node, "purpose", one.offered().purpose());
        optional(
                node, "confirmed", progress.confirmation().map(each -> each.at().toString()));
        optional(node, "negotiation", progress.negotiation());
        optional(node, "signed", progress.receipt().map(each -> each.at().toString()));
        optional(node, "ended", progress.ending().map(each -> each.at().toString()));
        progress.erased()
                .ifPresent(each -> node.putObject("erased")
                        .put("at", each.at().toString())
                        .put(
                                "ground",
                                each.ground().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return node;
    }

    private static void optional(ObjectNode node, String name, Optional<String> value) {
        value.ifPresent(each -> node.put(name, each));
    }
}
