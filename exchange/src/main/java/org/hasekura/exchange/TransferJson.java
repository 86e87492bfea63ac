package org.hasekura.exchange;

import org.hasekura.policy.Reading;
import tools.jackson.core.JsonGenerator;

/** The messages and views of a transfer as JSON. DSP 2025-1 #transfer-process-https, its JSON schemas. */
public final class TransferJson {

    private static final String VIEW = "TransferProcess";

    private TransferJson() {}

    /** The message in a body of at most {@code bodyBytesMax} bytes, whichever of the family it is. */
    public static Reading<TransferMessage> read(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, TransferJson::message);
    }

    public static String write(TransferMessage message) {
        return DspJson.text(message.type(), json -> members(json, message));
    }

    /** The message as it is sent and kept in the outbox, under this id: a UUID. */
    static String write(TransferMessage message, String id) {
        return DspJson.text(message.type(), id, json -> members(json, message));
    }

    /** The body of a 201 answer or of a view: where the peer says the transfer stands. */
    public static Reading<Reported<TransferState>> readView(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, fields -> {
            DspJson.requireContext(fields);
            fields.requireType(VIEW);
            return new Reported<>(fields.pids(), fields.constant("state", TransferState.class));
        });
    }

    public static byte[] writeView(Pids pids, TransferState state) {
        return DspJson.bytes(VIEW, json -> {
            DspJson.pids(json, pids);
            json.writeStringProperty("state", state.name());
        });
    }

    private static TransferMessage message(Fields fields) {
        DspJson.requireContext(fields);
        return switch (fields.type()) {
            case "TransferRequestMessage" ->
                new TransferMessage.Request(
                        fields.pid("consumerPid"),
                        fields.text("agreementId"),
                        fields.text("format"),
                        fields.address("callbackAddress"),
                        DataAddressJson.read(fields, "dataAddress"));
            case "TransferStartMessage" ->
                new TransferMessage.Start(
                        fields.pids(), DataAddressJson.read(fields, "dataAddress"), DspJson.isOfEdc(fields));
            case "TransferSuspensionMessage" ->
                new TransferMessage.Suspension(fields.pids(), fields.optionalText("code"), fields.reasons());
            case "TransferCompletionMessage" -> new TransferMessage.Completion(fields.pids());
            case "TransferTerminationMessage" ->
                new TransferMessage.Termination(fields.pids(), fields.optionalText("code"), fields.reasons());
            default ->
                throw fields.invalid(
                        "@type",
                        "is " + Fields.shown(fields.text("@type"))
                                + "; expected the name of a transfer message, such as `TransferRequestMessage`");
        };
    }

    private static void members(JsonGenerator json, TransferMessage message) {
        switch (message) {
            case TransferMessage.Request(var consumerPid, var agreementId, var format, var callback, var address) -> {
                json.writeStringProperty("consumerPid", consumerPid);
                json.writeStringProperty("agreementId", agreementId);
                json.writeStringProperty("format", format);
                json.writeStringProperty("callbackAddress", callback.toString());
                address.ifPresent(each -> DataAddressJson.write(json, "dataAddress", each));
            }
            case TransferMessage.Start(var pids, var address, var _) -> {
                DspJson.pids(json, pids);
                address.ifPresent(each -> DataAddressJson.write(json, "dataAddress", each));
            }
            case TransferMessage.Suspension(var pids, var code, var reasons) -> {
                DspJson.pids(json, pids);
                DspJson.reasons(json, code, reasons);
            }
            case TransferMessage.Completion(var pids) -> DspJson.pids(json, pids);
            case TransferMessage.Termination(var pids, var code, var reasons) -> {
                DspJson.pids(json, pids);
                DspJson.reasons(json, code, reasons);
            }
        }
    }
}
