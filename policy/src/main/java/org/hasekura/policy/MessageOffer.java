package org.hasekura.policy;

import java.util.Optional;

/**
 * An offer as it stands in a message: it names the dataset it is about, and may name the parties. DSP 2025-1
 * #contract-request-message, #contract-offer-message.
 */
public record MessageOffer(Offer offer, String target, Optional<String> assigner, Optional<String> assignee) {

    /** The offer about this dataset, parties unnamed: the messages around it say who speaks. */
    public static MessageOffer about(String target, Offer offer) {
        return new MessageOffer(offer, target, Optional.empty(), Optional.empty());
    }
}
