package org.hasekura.partnership;

import java.util.List;
import java.util.Optional;

/**
 * A sentence of a statement that may be a promise, with what is suggested about it and why. Nothing of it is in the register
 * until a person has confirmed it.
 *
 * @param score how strongly its words speak for a promise
 * @param cues those words, with their weights
 * @param area empty: no word of any area stands in it
 * @param areaWords why that area
 * @param owners the services in charge of most promises in that area, and those named in the sentence
 * @param due what the sentence itself says
 * @param similar promises of the register that it may repeat or follow
 */
public record Proposal(
        Statement.Sentence sentence,
        double score,
        List<String> cues,
        Optional<String> area,
        List<String> areaWords,
        CardinalPoint point,
        Kind kind,
        Owners owners,
        Optional<PartialDate> due,
        List<Similar> similar) {

    public Proposal {
        cues = List.copyOf(cues);
        areaWords = List.copyOf(areaWords);
        similar = List.copyOf(similar);
    }

    /** Whether its kind names something that an outsider can look for; a person decides. */
    public boolean seemsVerifiable() {
        return switch (kind) {
            case DIALOGUE, PRINCIPLE, STATEMENT, INITIATIVE -> false;
            case RULE, REVIEW, DELIVERABLE, MECHANISM, PROGRAMME, RESEARCH, PILOT, WORKSHOP -> true;
        };
    }

    /**
     * A promise that is like it.
     *
     * @param likeness 0 to 1
     * @param shared terms that stand in both
     */
    public record Similar(String id, double likeness, Relation relation, List<String> shared) {
        public Similar {
            shared = List.copyOf(shared);
        }
    }

    /** What a likeness suggests. */
    public enum Relation {
        REPEATS,
        FOLLOWS
    }
}
