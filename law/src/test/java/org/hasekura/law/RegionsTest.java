package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a country lies in regions")
class RegionsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private final Regions regions = Regions.load();

    @Test
    @DisplayName("by the day")
    void byDay() {
        assertThat(regions.of("DE", TODAY)).containsExactlyInAnyOrder("EU", "EEA");
        assertThat(regions.of("NO", TODAY)).containsExactly("EEA");
        assertThat(regions.of("JP", TODAY)).isEmpty();
        assertThat(regions.of("GB", LocalDate.parse("2020-01-31"))).contains("EU");
        assertThat(regions.of("GB", LocalDate.parse("2020-02-01"))).isEmpty();
    }

    @Test
    @DisplayName("and for as long as is known")
    void lasting() {
        assertThat(regions.lasting("DE")).containsExactlyInAnyOrder("EU", "EEA");
        assertThat(regions.lasting("GB")).isEmpty();
        assertThat(Regions.codes()).containsAll(regions.lasting("IS"));
    }
}
