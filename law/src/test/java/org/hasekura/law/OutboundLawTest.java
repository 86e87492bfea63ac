package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a country's own rules on flows abroad")
final class OutboundLawTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);

    private final Law law = Law.load();

    private static Flow from(String country, String... special) {
        return Flow.transfer(
                Party.of(country, "controller", "business"),
                Party.of("DE", "controller", "business"),
                FlowData.ofPersonal(country).special(special).build());
    }

    private static List<String> cures(Ruling ruling) {
        return ((Ruling.Forbidden) ruling)
                .cures().stream().map(Condition::textEn).toList();
    }

    @Test
    @DisplayName("bar on the provision that is not met, and name that alone as cure")
    void unmet() {
        Ruling noCopy = law.rule(from("KZ").and(Safeguard.just("consent")), DAY);
        assertThat(noCopy.basis()).containsExactly("KZ-94V:12(2)");
        assertThat(cures(noCopy)).containsExactly("The database is kept in Kazakhstan.");

        Ruling noConsent = law.rule(from("KZ").and(Safeguard.just("local-copy")), DAY);
        assertThat(noConsent.basis()).containsExactly("KZ-94V:16");

        Ruling noCertificate =
                law.rule(from("RW").facts("no-storage-certificate").and(Safeguard.just("consent")), DAY);
        assertThat(noCertificate.basis()).containsExactly("RW-058:50");
        assertThat(cures(noCertificate)).containsExactly("Storage abroad has a certificate.");
    }

    @Test
    @DisplayName("name everything when nothing is met")
    void nothing() {
        assertThat(law.rule(from("KZ"), DAY).basis()).containsExactly("KZ-94V:12(2)", "KZ-94V:16");
    }

    @Test
    @DisplayName("ask more of sensitive data only")
    void sensitive() {
        Safeguard confirmed = Safeguard.just("safeguards-confirmed");
        Ruling ordinary = law.rule(from("KE").and(confirmed), DAY);
        assertThat(ordinary).isInstanceOf(Ruling.PermittedIf.class);
        assertThat(ordinary.basis()).containsExactly("KE-DPA:48");

        Ruling withoutConsent = law.rule(from("KE", "health").and(confirmed), DAY);
        assertThat(withoutConsent).isInstanceOf(Ruling.Forbidden.class);
        assertThat(withoutConsent.basis()).containsExactly("KE-DPA:49");

        Ruling withConsent = law.rule(from("KE", "health").and(confirmed).and(Safeguard.just("consent")), DAY);
        assertThat(withConsent).isInstanceOf(Ruling.PermittedIf.class);
        assertThat(withConsent.basis()).containsExactly("KE-DPA:49", "KE-DPA:48");
    }

    @Test
    @DisplayName("ask nothing before their day, of lawfulness either")
    void before() {
        Ruling ruling = law.rule(from("KE").facts("no-consent"), LocalDate.of(2019, 11, 24));
        assertThat(ruling).isInstanceOf(Ruling.Permitted.class);
        assertThat(ruling.basis()).containsExactly("not-yet-applicable");
    }
}
