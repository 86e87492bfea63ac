package org.hasekura.node;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.portal.Invitation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Links for guests as they are kept, and the DID documents by which their keys are known. */
final class GuestBookJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private GuestBookJson() {}

    /** One line of the list of all links. */
    record Line(String id, String tokenSha256) {}

    static byte[] writeLines(List<Line> lines) {
        ArrayNode all = MAPPER.createArrayNode();
        lines.forEach(each -> all.addObject().put("id", each.id()).put("tokenSha256", each.tokenSha256()));
        return MAPPER.writeValueAsBytes(all);
    }

    static List<Line> readLines(byte[] kept) {
        var lines = new ArrayList<Line>();
        for (JsonNode each : MAPPER.readTree(kept)) {
            lines.add(new Line(text(each, "id"), text(each, "tokenSha256")));
        }
        return lines;
    }

    static byte[] write(Invitation one) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", one.id());
        node.put("did", one.did());
        node.put("tokenSha256", one.tokenSha256());
        node.put("made", one.made().toString());
        Invitation.Guest guest = one.guest();
        ObjectNode who = node.putObject("guest");
        who.put("organisation", guest.organisation());
        who.put("country", guest.country());
        who.put("kind", guest.kind());
        who.put("role", guest.role());
        guest.subjectTo().ifPresent(each -> who.put("subjectTo", each));
        who.put("email", guest.email());
        who.put("source", guest.source());
        Invitation.Offered offered = one.offered();
        ObjectNode what = node.putObject("offered");
        what.put("dataset", offered.datasetId());
        what.put("offer", offered.offerId());
        offered.purpose().ifPresent(each -> what.put("purpose", each));
        what.put("from", offered.from().toString());
        what.put("until", offered.until().toString());
        what.put("downloadsMax", offered.downloadsMax());
        write(one.progress(), node.putObject("progress"));
        return MAPPER.writeValueAsBytes(node);
    }

    private static void write(Invitation.Progress progress, ObjectNode node) {
        node.put("failures", progress.failures());
        progress.confirmation()
                .ifPresent(each -> node.putObject("confirmation")
                        .put("at", each.at().toString())
                        .put("way", each.way().name()));
        progress.negotiation().ifPresent(each -> node.put("negotiation", each));
        ArrayNode transfers = node.putArray("transfers");
        progress.transfers().forEach(transfers::add);
        progress.ending()
                .ifPresent(each -> node.putObject("ending")
                        .put("at", each.at().toString())
                        .put("isByFailures", each.isByFailures())
                        .put("reason", each.reason()));
        progress.erased()
                .ifPresent(each -> node.putObject("erased")
                        .put("at", each.at().toString())
                        .put("ground", each.ground().name()));
        ArrayNode receipts = node.putArray("receipts");
        progress.receipts()
                .forEach(each -> receipts.addObject()
                        .put("at", each.at().toString())
                        .put("holder", each.holder().name())
                        .put("transfer", each.transfer())
                        .put("index", each.index())
                        .put("note", each.note())
                        .put("vkey", each.vkey()));
    }

    static Invitation read(byte[] kept) {
        JsonNode node = MAPPER.readTree(kept);
        JsonNode who = node.path("guest");
        JsonNode what = node.path("offered");
        return new Invitation(
                text(node, "id"),
                text(node, "did"),
                text(node, "tokenSha256"),
                Instant.parse(text(node, "made")),
                new Invitation.Guest(
                        text(who, "organisation"),
                        text(who, "country"),
                        text(who, "kind"),
                        text(who, "role"),
                        optional(who, "subjectTo"),
                        text(who, "email"),
                        text(who, "source")),
                new Invitation.Offered(
                        text(what, "dataset"),
                        text(what, "offer"),
                        optional(what, "purpose"),
                        LocalDate.parse(text(what, "from")),
                        LocalDate.parse(text(what, "until")),
                        what.path("downloadsMax").intValue()),
                progress(node.path("progress")));
    }

    private static Invitation.Progress progress(JsonNode node) {
        var transfers = new ArrayList<String>();
        node.path("transfers").forEach(each -> transfers.add(each.stringValue()));
        var receipts = new ArrayList<Invitation.Signed>();
        for (JsonNode each : node.path("receipts")) {
            receipts.add(new Invitation.Signed(
                    Instant.parse(text(each, "at")),
                    Invitation.KeyHolder.valueOf(text(each, "holder")),
                    text(each, "transfer"),
                    each.path("index").longValue(),
                    text(each, "note"),
                    text(each, "vkey")));
        }
        JsonNode confirmation = node.path("confirmation");
        JsonNode ending = node.path("ending");
        return new Invitation.Progress(
                node.path("failures").intValue(),
                confirmation.isObject()
                        ? Optional.of(new Invitation.Confirmation(
                                Instant.parse(text(confirmation, "at")),
                                Invitation.Way.valueOf(text(confirmation, "way"))))
                        : Optional.empty(),
                optional(node, "negotiation"),
                transfers,
                ending.isObject()
                        ? Optional.of(new Invitation.Ending(
                                Instant.parse(text(ending, "at")),
                                ending.path("isByFailures").booleanValue(),
                                text(ending, "reason")))
                        : Optional.empty(),
                receipts,
                erased(node.path("erased")));
    }

    private static Optional<Invitation.Erased> erased(JsonNode node) {
        return node.isObject()
                ? Optional.of(new Invitation.Erased(
                        Instant.parse(text(node, "at")), Entry.ErasureGround.valueOf(text(node, "ground"))))
                : Optional.empty();
    }

    /**
     * The document of a guest: this node vouches for them, and says under which key their receipt is signed.
     *
     * @param url of the folder it lies in
     */
    static String document(String did, String url, Optional<String> vkey) {
        ObjectNode node = MAPPER.createObjectNode();
        node.putArray("@context").add("https://www.w3.org/ns/did/v1");
        node.put("id", did);
        vkey.ifPresent(each -> {
            ObjectNode service = node.putArray("service").addObject();
            service.put("id", did + "#receipt-key");
            service.put("type", org.hasekura.evidence.DidDocument.SERVICE_TYPE);
            service.putObject("serviceEndpoint").put("url", url).put("vkey", each);
        });
        return MAPPER.writeValueAsString(node);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(text(node, name)).filter(each -> !each.isEmpty());
    }
}
