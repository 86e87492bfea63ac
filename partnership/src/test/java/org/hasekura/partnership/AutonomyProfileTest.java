package org.hasekura.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The autonomy profile")
class AutonomyProfileTest {

    private final AutonomyProfile profile = AutonomyProfile.load();

    @Test
    @DisplayName("shows what both depend on with year and source, and marks what is from memory")
    void known() {
        assertThat(profile.of(Side.EU, AutonomyProfile.Layer.RAW_MATERIALS))
                .anySatisfy(each -> {
                    assertThat(each.thing() + each.partner()).isEqualTo("R_GACHN");
                    assertThat(each.percent().low()).isEqualTo(70);
                    assertThat(each.isFromMemory()).isFalse();
                })
                .anyMatch(AutonomyProfile.Dependence::isFromMemory);
        assertThat(profile.of(Side.JAPAN, AutonomyProfile.Layer.CHIPS))
                .extracting(AutonomyProfile.Dependence::thing)
                .containsExactly("C_HF");
        assertThat(profile.common()).contains("R_GA", "R_REE").doesNotContain("R_B", "C_HF");
    }

    @Test
    @DisplayName("says of cables, 5G and cloud that nothing is known, not that nothing depends")
    void unknown() {
        for (AutonomyProfile.Layer layer : new AutonomyProfile.Layer[] {
            AutonomyProfile.Layer.CABLES, AutonomyProfile.Layer.FIVE_G, AutonomyProfile.Layer.CLOUD
        }) {
            assertThat(profile.of(Side.EU, layer)).isEmpty();
        }
        ObjectJson json = ObjectJson.parse(AutonomyJson.write(profile).getBytes(StandardCharsets.UTF_8));
        assertThat(json.objects("layers").getLast().object("jp").isTrue("isKnown"))
                .isFalse();
    }
}
