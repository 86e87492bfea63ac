package org.hasekura.policy;

/** Terms under a name, as a catalog shows them; what they are about is the dataset around it. DSP 2025-1 #offer. */
public record Offer(String id, Terms terms) {
    public Offer withTerms(Terms other) {
        return new Offer(id, other);
    }
}
