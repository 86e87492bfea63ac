package org.hasekura.exchange;

import java.util.List;
import java.util.Optional;

/**
 * The body of an answer that refuses: it changes no state. The pids are there where the refused message belonged to a
 * process that both sides know. DSP 2025-1 #error-catalog-error, #error-contract-negotiation-error, #error-transfer-error.
 */
public record DspError(Kind kind, Optional<Pids> pids, Optional<String> code, List<String> reasons) {
    public DspError {
        reasons = List.copyOf(reasons);
    }

    /** What was refused, by the {@code @type} on the wire. */
    public enum Kind {
        CATALOG("CatalogError"),
        NEGOTIATION("ContractNegotiationError"),
        TRANSFER("TransferError");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }
    }

    public static DspError of(Kind kind, Reason reason) {
        return new DspError(kind, Optional.empty(), Optional.of(reason.code()), reason.sentences());
    }

    public static DspError of(Kind kind, Pids pids, Reason reason) {
        return new DspError(kind, Optional.of(pids), Optional.of(reason.code()), reason.sentences());
    }
}
