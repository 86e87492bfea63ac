package org.hasekura.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a row of the data files says beyond what rulings need: where it was read, why it ended, from when it was known.
 *
 * @param source {@code page}, {@code knowledge} or {@code both}
 */
record RowFacts(
        String source, Optional<String> endReason, Optional<LocalDate> knownFrom, Optional<LocalDate> endKnownFrom) {

    static RowFacts of(Law law, ProvisionSearch.Found found) {
        try {
            Knowledge knowledge = KnowledgeJson.packaged(law.data().asOf());
            Provision one = found.provision();
            FieldsJson row = row(one.token(), found.decision().isPresent());
            Optional<LocalDate> stated = row.optionalDay("knownFrom");
            return new RowFacts(
                    row.text("source"),
                    row.optionalText("endReason"),
                    stated.or(() -> one.inForceFrom().map(from -> knowledge.knownFrom(one, from))),
                    one.inForceTo().map(last -> knowledge.endKnownFrom(one.token(), last)));
        } catch (LawDataException e) {
            throw new IllegalStateException("the packaged law data are broken: " + e.getMessage(), e);
        }
    }

    private static FieldsJson row(String token, boolean isDecision) throws LawDataException {
        FieldsJson file = LawDataJson.packagedFile(isDecision ? "adequacy.json" : "provisions.json");
        for (FieldsJson row : file.objects(isDecision ? "decisions" : "provisions")) {
            if (row.text(isDecision ? "id" : "token").equals(token)) {
                return row;
            }
        }
        throw new IllegalStateException("the law data files have no row `" + token + "`");
    }
}
