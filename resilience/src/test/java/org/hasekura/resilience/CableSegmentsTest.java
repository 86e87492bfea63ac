package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cables cut into segments")
class CableSegmentsTest {

    private static final Corridor GATE = new Corridor("gate", "Gate", "門", List.of(5.0, -1.0, 5.0, 1.0));

    /** West - middle - east along the equator, the middle on a branch; a second cable over the date line. */
    private static final CableMap MAP = new CableMap(
            "two",
            List.of(cable("trunk"), cable("pacific")),
            List.of(
                    new CableMap.LandingPoint("w", "West", "W", 0, 0),
                    new CableMap.LandingPoint("m", "Middle", "M", 3, 2),
                    new CableMap.LandingPoint("e", "East", "E", 10, 0),
                    new CableMap.LandingPoint("p", "Pacific", "P", -170, 0)),
            List.of(
                    new CableMap.Landing("trunk", "w", "W"),
                    new CableMap.Landing("trunk", "m", "M"),
                    new CableMap.Landing("trunk", "e", "E"),
                    new CableMap.Landing("pacific", "e", "E"),
                    new CableMap.Landing("pacific", "p", "P")),
            Map.of(
                    "trunk", List.of(new double[] {0, 0, 3, 0, 10, 0}, new double[] {3, 0.001, 3, 2}),
                    "pacific", List.of(new double[] {10, 0, 180, 0}, new double[] {-180, 0, -170, 0})));

    private static CableMap.Cable cable(String id) {
        return new CableMap.Cable(id, id, false, List.of(), List.of());
    }

    @Test
    @DisplayName("branch where a line ends at another, and go on over the date line")
    void joints() {
        CableSegments segments = CableSegments.of(MAP, List.of(GATE));
        assertThat(segments.cutOff(CableSegments.Lost.NOTHING)).isEmpty();
        assertThat(segments.cableSegmentCount()).isEqualTo(5);
    }

    @Test
    @DisplayName("live on in part when a corridor is cut, where whole cables would not")
    void liveOn() {
        CableSegments segments = CableSegments.of(MAP, List.of(GATE));
        assertThat(segments.cablesByCorridor()).isEqualTo(Map.of("gate", List.of("trunk")));
        var gate = new CableSegments.Lost(List.of(), List.of("gate"), List.of());
        assertThat(segments.lostSegments(gate)).isEqualTo(1);
        assertThat(segments.cut(List.of("W"), List.of("M"), gate).value()).isEqualTo(1);
        assertThat(segments.cut(List.of("W"), List.of("E"), gate).value()).isZero();
        assertThat(CountryCables.of(MAP).cutOff(List.of("trunk"), List.of())).contains("M");
    }

    @Test
    @DisplayName("become a star where no course is drawn")
    void undrawn() {
        var undrawn = new CableMap("undrawn", MAP.cables(), MAP.landingPoints(), MAP.landings(), Map.of());
        CableSegments segments = CableSegments.of(undrawn, List.of(GATE));
        assertThat(segments.cutOff(CableSegments.Lost.NOTHING)).isEmpty();
        assertThat(segments.cableSegmentCount()).isEqualTo(5);
    }
}
