package org.hasekura.policy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.hasekura.law.Regions;

/**
 * Which codes are broader than a code: the regions that a country lies in, the purposes that a purpose belongs to, the
 * rulings under which a transfer is lawful, and whatever stands before the last {@code :} of a code of ours.
 */
final class Broader {

    /** The rulings under which data may move. */
    static final String LAWFUL = "lawful-transfer";

    private static final Regions REGIONS = Regions.load();
    private static final Set<String> ALLOWING = Set.of("permitted", "permitted-with-conditions", RulingCode.BY_PERSON);

    private Broader() {}

    /** The code itself and every broader one, on the day. */
    static Set<String> of(Operand operand, String code, LocalDate day) {
        return switch (operand) {
            case PLACE, ONWARD -> isRegion(code) ? always(operand, code) : with(code, REGIONS.of(code, day));
            default -> always(operand, code);
        };
    }

    /** The code itself and every one that is broader on any day that is known of. */
    static Set<String> always(Operand operand, String code) {
        return switch (operand) {
            case PLACE, ONWARD ->
                code.equals(Regions.EU) ? Set.of(code, Regions.EEA) : with(code, REGIONS.lasting(code));
            case PURPOSE -> Purpose.broader(code);
            case SECTOR, CREDENTIAL -> beginnings(code);
            case RULING -> ALLOWING.contains(code) ? Set.of(code, LAWFUL) : Set.of(code);
            default -> Set.of(code);
        };
    }

    static boolean isRegion(String code) {
        return Regions.codes().contains(code);
    }

    private static Set<String> with(String code, Set<String> broader) {
        if (broader.isEmpty()) {
            return Set.of(code);
        }
        Set<String> all = new HashSet<>(broader);
        all.add(code);
        return all;
    }

    /** {@code DPF:HR} is a {@code DPF}; an address has no such parts. */
    private static Set<String> beginnings(String code) {
        if (code.contains("//") || code.startsWith("urn:") || code.startsWith("did:")) {
            return Set.of(code);
        }
        Set<String> all = new HashSet<>();
        all.add(code);
        for (int at = code.indexOf(':'); at > 0; at = code.indexOf(':', at + 1)) {
            all.add(code.substring(0, at));
        }
        return all;
    }
}
