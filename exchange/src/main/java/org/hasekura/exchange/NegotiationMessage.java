package org.hasekura.exchange;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Offer;

/** What one party says to the other: a record for each DSP message that moves a negotiation. DSP 2025-1 #negotiation-messages. */
public sealed interface NegotiationMessage extends Message<NegotiationState> {

    @Override
    default ProcessKind kind() {
        return ProcessKind.NEGOTIATION;
    }

    /** ContractRequestMessage that opens a negotiation. The callback is where the provider answers. */
    record Request(String consumerPid, URI callback, Offer offer, String target) implements NegotiationMessage {
        @Override
        public Pids pids() {
            return new Pids("", consumerPid);
        }

        @Override
        public Optional<URI> answersTo() {
            return Optional.of(callback);
        }

        @Override
        public NegotiationState leadsTo() {
            return NegotiationState.REQUESTED;
        }

        @Override
        public String type() {
            return "ContractRequestMessage";
        }
    }

    /** ContractRequestMessage within a negotiation: the consumer's counter-offer. */
    record CounterRequest(Pids pids, Offer offer, String target) implements NegotiationMessage {
        @Override
        public boolean isBid() {
            return true;
        }

        @Override
        public NegotiationState leadsTo() {
            return NegotiationState.REQUESTED;
        }

        @Override
        public String type() {
            return "ContractRequestMessage";
        }
    }

    /** ContractOfferMessage that opens a negotiation from the provider's side. */
    record InitialOffer(String providerPid, URI callback, Offer offer, String target) implements NegotiationMessage {
        @Override
        public Pids pids() {
            return new Pids(providerPid, "");
        }

        @Override
        public Optional<URI> answersTo() {
            return Optional.of(callback);
        }

        @Override
        public NegotiationState leadsTo() {
            return NegotiationState.OFFERED;
        }

        @Override
        public String type() {
            return "ContractOfferMessage";
        }
    }

    /** ContractOfferMessage within a negotiation. */
    record Offered(Pids pids, Offer offer, String target) implements NegotiationMessage {
        @Override
        public boolean isBid() {
            return true;
        }

        @Override
        public NegotiationState leadsTo() {
            return NegotiationState.OFFERED;
        }

        @Override
        public String type() {
            return "ContractOfferMessage";
        }
    }

    /** ContractNegotiationEventMessage with {@code ACCEPTED}, from the consumer. */
    record Accepted(Pids pids) implements NegotiationMessage {
        @Override
        public NegotiationState leadsTo() {
            return NegotiationState.ACCEPTED;
        }

        @Override
        public String type() {
            return "ContractNegotiationEventMessage:ACCEPTED";
        }
    }

    /** ContractAgreementMessage, from the provider. */
    record Agreed(Pids pids, Agreement agreement) implements NegotiationMessage {
        @Override
        public NegotiationState leadsTo() {
            return NegotiationState.AGREED;
        }

        @Override
        public String type() {
            return "ContractAgreementMessage";
        }
    }

    /** ContractAgreementVerificationMessage, from the consumer. */
    record Verified(Pids pids) implements NegotiationMessage {
        @Override
        public NegotiationState leadsTo() {
            return NegotiationState.VERIFIED;
        }

        @Override
        public String type() {
            return "ContractAgreementVerificationMessage";
        }
    }

    /** ContractNegotiationEventMessage with {@code FINALIZED}, from the provider. */
    record Finalized(Pids pids) implements NegotiationMessage {
        @Override
        public NegotiationState leadsTo() {
            return NegotiationState.FINALIZED;
        }

        @Override
        public String type() {
            return "ContractNegotiationEventMessage:FINALIZED";
        }
    }

    /** ContractNegotiationTerminationMessage, from either side. */
    record Terminated(Pids pids, Optional<String> code, List<String> reasons) implements NegotiationMessage {
        public Terminated {
            reasons = List.copyOf(reasons);
        }

        @Override
        public NegotiationState leadsTo() {
            return NegotiationState.TERMINATED;
        }

        @Override
        public String type() {
            return "ContractNegotiationTerminationMessage";
        }
    }
}
