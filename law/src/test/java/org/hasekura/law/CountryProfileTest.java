package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the profile of a country")
final class CountryProfileTest {
    private final Law law = Law.load();

    private CountryProfile profile(String iso, String day) {
        return CountryProfile.all(law, LocalDate.parse(day)).stream()
                .filter(one -> one.iso().equals(iso))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(List<CountryProfile.Granted> all) {
        return all.stream().map(one -> one.act().token()).toList();
    }

    @Test
    @DisplayName("tells membership and adequacy given and received on the day")
    void days() {
        assertThat(profile("GB", "2020-01-31").member()).contains("EU");
        assertThat(profile("GB", "2020-02-01").member()).isEmpty();
        assertThat(ids(profile("GB", "2025-06-27").received())).contains("EU-GB-2021");
        assertThat(ids(profile("GB", "2025-06-28").received()))
                .contains("EU-GB-2025-EXT")
                .doesNotContain("EU-GB-2021");
        assertThat(profile("NO", "2026-01-01").member()).contains("EEA");
        assertThat(ids(profile("DE", "2026-01-01").received())).contains("JP-EEA-2019", "GB-EEA-2021", "KR-EU-2025");
        assertThat(ids(profile("JP", "2026-01-01").received())).contains("EU-JP-2019", "GB-JP-2021");
        assertThat(ids(profile("JP", "2026-01-01").given())).contains("JP-EEA-2019", "JP-GB-2020");
        assertThat(ids(profile("JP", "2019-01-22").received())).isEmpty();
        assertThat(profile("JP", "2026-01-01").received())
                .filteredOn(one -> one.act().token().equals("EU-JP-2019"))
                .allMatch(CountryProfile.Granted::partial);
    }

    @Test
    @DisplayName("tells law, authority, localisation and outbound rules where they are held")
    void structure() {
        CountryProfile vietnam = profile("VN", "2026-02-01");
        assertThat(vietnam.outbound()).anyMatch(rule -> rule.en().contains("91/2025"));
        assertThat(vietnam.laws()).isNotEmpty();
        assertThat(profile("IN", "2026-02-01").authorities())
                .anyMatch(authority -> authority.en().contains("Data Protection Board"));
        assertThat(profile("IN", "2026-02-01").localisation()).isNotEmpty();
        assertThat(CountryProfile.all(law, LocalDate.parse("2026-02-01"))).hasSizeGreaterThan(60);
    }

    @Test
    @DisplayName("knows only what was known")
    void knowledge() {
        Law then = law.asKnownOn(LocalDate.parse("2020-07-15"));
        CountryProfile states = CountryProfile.all(then, LocalDate.parse("2020-08-01")).stream()
                .filter(one -> one.iso().equals("US"))
                .findFirst()
                .orElseThrow();
        assertThat(ids(states.received())).contains("EU-US-PS-2016");
        assertThat(ids(profile("US", "2020-08-01").received())).doesNotContain("EU-US-PS-2016");
    }
}
