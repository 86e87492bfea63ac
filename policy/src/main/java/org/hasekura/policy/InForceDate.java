package org.hasekura.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of {@code inForceDate} that are told from the agreement on: {@code contractAgreement+30d}, with {@code s},
 * {@code m}, {@code h} or {@code d} for seconds, minutes, hours and days. Source: Eclipse EDC, contract validity.
 */
final class InForceDate {

    private static final Pattern FORM = Pattern.compile("contractAgreement\\+([0-9]{1,9})([smhd])");

    private InForceDate() {}

    static Optional<Elapse> fromAgreement(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long unit = switch (form.group(2)) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3_600;
            default -> 86_400;
        };
        return Elapse.of(0, unit * Long.parseLong(form.group(1)));
    }
}
