package org.hasekura.law;

import java.util.List;
import java.util.Optional;

/**
 * A flow that runs, as it goes into a fire drill.
 *
 * @param id of the case, agreement or transfer; comes back in the result
 * @param counterparty whom work on it is done with; flows with the same one are worked on together
 */
public record DrillFlow(String id, Optional<String> title, String counterparty, Flow flow) {

    /** The flows of a case file. Their days are not asked: a drill has its own. The importer is told by country, role and kind. */
    public static List<DrillFlow> of(CaseFile file) {
        return file.cases().stream()
                .map(each ->
                        new DrillFlow(each.id(), each.title(), told(each.flow().importer()), each.flow()))
                .toList();
    }

    private static String told(Party party) {
        return party.country() + " " + party.kind() + " (" + party.role() + ")";
    }
}
