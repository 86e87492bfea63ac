package org.hasekura.exchange;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What one party says to the other: a record for each DSP message that moves a transfer. DSP 2025-1 #transfer-messages. */
public sealed interface TransferMessage extends Message<TransferState> {

    @Override
    default ProcessKind kind() {
        return ProcessKind.TRANSFER;
    }

    /** TransferRequestMessage, from the consumer. The data address is there for push formats only. */
    record Request(
            String consumerPid, String agreementId, String format, URI callback, Optional<DataAddress> dataAddress)
            implements TransferMessage {
        @Override
        public Pids pids() {
            return new Pids("", consumerPid);
        }

        @Override
        public Optional<URI> answersTo() {
            return Optional.of(callback);
        }

        @Override
        public TransferState leadsTo() {
            return TransferState.REQUESTED;
        }

        @Override
        public String type() {
            return "TransferRequestMessage";
        }
    }

    /**
     * TransferStartMessage: the provider starts, or either side resumes. The data address is there for pull.
     *
     * @param awaitsStart a consumer that resumes goes on only when the provider has sent a start of its own, as one by
     *     Eclipse Dataspace Components does
     */
    record Start(Pids pids, Optional<DataAddress> dataAddress, boolean awaitsStart) implements TransferMessage {
        public Start(Pids pids, Optional<DataAddress> dataAddress) {
            this(pids, dataAddress, false);
        }

        @Override
        public boolean recurs() {
            return true;
        }

        @Override
        public TransferState leadsTo() {
            return TransferState.STARTED;
        }

        @Override
        public String type() {
            return "TransferStartMessage";
        }
    }

    /** TransferSuspensionMessage, from either side. */
    record Suspension(Pids pids, Optional<String> code, List<String> reasons) implements TransferMessage {
        public Suspension {
            reasons = List.copyOf(reasons);
        }

        @Override
        public boolean recurs() {
            return true;
        }

        @Override
        public TransferState leadsTo() {
            return TransferState.SUSPENDED;
        }

        @Override
        public String type() {
            return "TransferSuspensionMessage";
        }
    }

    /** TransferCompletionMessage, from either side. */
    record Completion(Pids pids) implements TransferMessage {
        @Override
        public TransferState leadsTo() {
            return TransferState.COMPLETED;
        }

        @Override
        public String type() {
            return "TransferCompletionMessage";
        }
    }

    /** TransferTerminationMessage, from either side. */
    record Termination(Pids pids, Optional<String> code, List<String> reasons) implements TransferMessage {
        public Termination {
            reasons = List.copyOf(reasons);
        }

        @Override
        public TransferState leadsTo() {
            return TransferState.TERMINATED;
        }

        @Override
        public String type() {
            return "TransferTerminationMessage";
        }
    }
}
