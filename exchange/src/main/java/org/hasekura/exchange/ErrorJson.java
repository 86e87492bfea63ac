package org.hasekura.exchange;

import java.util.Arrays;
import java.util.Optional;
import org.hasekura.policy.Reading;

/** Error answers as JSON. */
public final class ErrorJson {

    private ErrorJson() {}

    public static byte[] write(DspError error) {
        return DspJson.bytes(error.kind().type(), json -> {
            error.pids().ifPresent(pids -> DspJson.pids(json, pids));
            DspJson.reasons(json, error.code(), error.reasons());
        });
    }

    /**
     * What a peer says it refuses. Nothing is decided by it but what to tell a person, so a missing context, missing pids
     * or a code that is a number do not matter.
     */
    public static Reading<DspError> read(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, fields -> {
            String type = fields.type();
            DspError.Kind kind = Arrays.stream(DspError.Kind.values())
                    .filter(each -> each.type().equals(type))
                    .findFirst()
                    .orElseThrow(() -> fields.invalid(
                            "@type",
                            "is " + Fields.shown(type)
                                    + "; expected `CatalogError`, `ContractNegotiationError` or `TransferError`"));
            boolean named = fields.has("providerPid") && fields.has("consumerPid");
            Optional<String> code = fields.field("code")
                    .filter(node -> node.isString() || node.isNumber())
                    .map(node -> node.asString());
            return new DspError(kind, named ? Optional.of(fields.pids()) : Optional.empty(), code, fields.reasons());
        });
    }
}
