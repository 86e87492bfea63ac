package org.hasekura.store;

import java.net.URI;
import java.time.LocalDate;
import org.hasekura.exchange.DataAddress;
import org.hasekura.exchange.Heard;
import org.hasekura.exchange.Judged;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Sending;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A transfer as it is kept. */
final class TransferJson {

    private TransferJson() {}

    static String write(Transfer transfer) {
        ObjectNode node = Json.object()
                .put("pid", transfer.pid())
                .put("role", transfer.role().name())
                .put("peer", transfer.peer())
                .put("peerAddress", transfer.peerAddress().toString())
                .put("agreementId", transfer.agreementId())
                .put("datasetId", transfer.datasetId())
                .put("format", transfer.format())
                .put("state", transfer.state().name())
                .put("created", transfer.created().toString())
                .put("changed", transfer.changed().toString())
                .put("version", transfer.version());
        Json.put(node, "peerPid", transfer.peerPid());
        transfer.sending()
                .ifPresent(sending -> node.putObject("sending")
                        .put("messageId", sending.messageId())
                        .put("leadsTo", sending.leadsTo().name()));
        transfer.dataAddress().ifPresent(address -> put(node.putObject("dataAddress"), address));
        Json.put(node, "dataTokenHash", transfer.dataTokenHash());
        transfer.judged().ifPresent(judged -> put(node.putObject("judged"), judged));
        transfer.delivered().ifPresent(delivered -> put(node.putObject("delivered"), delivered));
        Json.putReason(node, "reason", transfer.reason());
        Json.put(node, "heard", transfer.heard().bodyHashes());
        return Json.text(node);
    }

    private static void put(ObjectNode node, DataAddress address) {
        node.put("endpointType", address.endpointType());
        Json.put(node, "endpoint", address.endpoint());
        Json.put(node, "properties", address.properties());
    }

    private static void put(ObjectNode node, Judged judged) {
        node.put("lawData", judged.lawData())
                .put("day", judged.day().toString())
                .put("outcome", judged.outcome());
        Json.put(node, "basis", judged.basis());
        Json.put(node, "permitted", judged.permitted());
    }

    private static void put(ObjectNode node, Transfer.Delivered delivered) {
        node.put("bytes", delivered.bytes()).put("sha256", delivered.sha256());
        Json.put(node, "location", delivered.location());
    }

    static Transfer read(String text) {
        return Json.read(
                "transfer",
                text,
                node -> new Transfer(
                        Json.text(node, "pid"),
                        Json.optionalText(node, "peerPid"),
                        Role.valueOf(Json.text(node, "role")),
                        Json.text(node, "peer"),
                        URI.create(Json.text(node, "peerAddress")),
                        Json.text(node, "agreementId"),
                        Json.text(node, "datasetId"),
                        Json.text(node, "format"),
                        TransferState.valueOf(Json.text(node, "state")),
                        Json.optional(
                                node,
                                "sending",
                                sending -> new Sending<>(
                                        Json.text(sending, "messageId"),
                                        TransferState.valueOf(Json.text(sending, "leadsTo")))),
                        Json.optional(node, "dataAddress", TransferJson::dataAddress),
                        Json.optionalText(node, "dataTokenHash"),
                        Json.optional(node, "judged", TransferJson::judged),
                        Json.optional(node, "delivered", TransferJson::delivered),
                        Json.reason(node, "reason"),
                        new Heard(Json.texts(node, "heard")),
                        Json.instant(node, "created"),
                        Json.instant(node, "changed"),
                        Json.number(node, "version")));
    }

    private static DataAddress dataAddress(JsonNode node) {
        return new DataAddress(
                Json.text(node, "endpointType"), Json.optionalText(node, "endpoint"), Json.map(node, "properties"));
    }

    private static Judged judged(JsonNode node) {
        return new Judged(
                Json.text(node, "lawData"),
                LocalDate.parse(Json.text(node, "day")),
                Json.text(node, "outcome"),
                Json.texts(node, "basis"),
                Json.texts(node, "permitted"));
    }

    private static Transfer.Delivered delivered(JsonNode node) {
        return new Transfer.Delivered(
                Json.number(node, "bytes"), Json.text(node, "sha256"), Json.optionalText(node, "location"));
    }
}
