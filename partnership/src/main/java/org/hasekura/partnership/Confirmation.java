package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person made of the proposals of one statement: the document, and the promises that are to be entered.
 *
 * @param source the statement itself, as a document
 * @param accepted empty: the person left all of them out
 */
public record Confirmation(String instrument, PartialDate made, Source source, List<Accepted> accepted) {

    public Confirmation {
        accepted = List.copyOf(accepted);
    }

    /**
     * One promise in the person's own words.
     *
     * @param place in the statement; it becomes the citation
     * @param links to earlier promises
     */
    public record Accepted(
            String id,
            String place,
            Phrase wording,
            String area,
            CardinalPoint point,
            Kind kind,
            Owners owners,
            Optional<Due> due,
            boolean isVerifiable,
            List<Link> links) {
        public Accepted {
            links = List.copyOf(links);
        }
    }

    /** The changes it amounts to: the document, the instrument whose text is now at hand, each promise and its links. */
    public List<Change> changes(Register register) {
        var changes = new ArrayList<Change>();
        if (!register.sources().containsKey(source.id())) {
            changes.add(new Change.EnterSource(source));
        }
        Optional.ofNullable(register.instruments().get(instrument))
                .filter(each -> !each.isTextAtHand())
                .ifPresent(each -> changes.add(new Change.EnterInstrument(each.withText())));
        for (Accepted each : accepted) {
            changes.add(new Change.Enter(new Commitment(
                    each.id(),
                    instrument,
                    each.area(),
                    each.point(),
                    each.kind(),
                    each.wording(),
                    each.owners(),
                    made,
                    each.due(),
                    each.isVerifiable(),
                    Confidence.A,
                    List.of(new Citation(source.id(), Optional.of("para. " + each.place()))))));
            each.links().forEach(link -> changes.add(new Change.Connect(link)));
        }
        return changes;
    }
}
