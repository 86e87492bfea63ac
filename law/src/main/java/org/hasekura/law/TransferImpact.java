package org.hasekura.law;

import java.time.LocalDate;
import java.util.Optional;

/** The transfer impact assessment of GDPR Art. 46(1), asked for since C-311/18; stale when the third country's law has changed since. */
final class TransferImpact {
    private TransferImpact() {}

    /** What the assessment lets the safeguard be: in place, open, or barred. */
    static Opinion assessed(Matter m, Safeguard safeguard, String token) {
        String country = m.importer().country();
        String result = safeguard.tia().orElse("");
        boolean ineffective = safeguard.supplementaryMeasures().orElse("").equals("none-effective");
        if (result.equals("negative") || (result.equals("positive-with-measures") && ineffective)) {
            m.trace().step("EU", "assessment", "negative");
            return m.forbidden().on("GDPR:46(1)").on("GDPR:44").on("C-311/18");
        }
        if (!m.inForce("C-311/18")) {
            m.trace().step("EU", "assessment", "not-asked");
            return m.permittedIf().on(token);
        }
        boolean future =
                safeguard.tiaDate().isPresent() && safeguard.tiaDate().get().isAfter(m.day());
        if (result.isEmpty() || future) {
            m.trace().step("EU", "assessment", "missing");
            return m.undecided().on("GDPR:46(1)").on(token).on("C-311/18").question("tia", country);
        }
        if (ineffective) {
            return m.undecided().on("GDPR:46(1)").on(token).question("tia-measures");
        }
        // Without a day the assessment counts as of the day of the flow, unless anything has happened that calls for a
        // new one.
        LocalDate made = safeguard.tiaDate().orElse(LocalDate.MIN);
        Optional<Country.Event> event = m.law().country(country).flatMap(c -> c.reassessment(made, m.day()));
        if (event.isPresent()) {
            m.trace().step("EU", "assessment", "stale", event.get().day().toString());
            return m.undecided()
                    .on("GDPR:46(1)")
                    .on(token)
                    .on("C-311/18")
                    .question("tia-stale", country, event.get().day().toString())
                    .sure(event.get().confidence());
        }
        m.trace().step("EU", "assessment", result);
        Opinion holds = m.permittedIf().on(token).condition("TIA");
        return result.equals("positive-with-measures") ? holds.condition("TIA:measures") : holds;
    }
}
