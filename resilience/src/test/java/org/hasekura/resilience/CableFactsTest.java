package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The published facts of the submarine cable map")
class CableFactsTest {

    private static final CableMap NONE = new CableMap("", List.of(), List.of(), List.of(), Map.of());

    private CableMap map = NONE;
    private CountryCables cables = CountryCables.of(NONE);

    @BeforeEach
    void read() throws Exception {
        map = CableTables.read(SharedData.folder("cables"));
        cables = CountryCables.of(map.inService());
    }

    @Test
    @DisplayName("have 178 countries in one part, held together by 22 cables and 49 countries that nothing can replace")
    void articulation() {
        assertThat(cables.map().cables()).hasSize(456);
        assertThat(cables.countries()).hasSize(178);
        assertThat(cables.parts()).isEqualTo(1);
        assertThat(cables.articulationCables()).hasSize(22);
        assertThat(cables.articulationCountries()).hasSize(49);
        assertThat(cables.onOneCable()).hasSize(30);
    }

    @Test
    @DisplayName("have ACE as the worst cable, with seven countries, before WACS and ARCOS with three")
    void worst() {
        assertThat(cables.articulationCables().subList(0, 3))
                .containsExactly(
                        new CountryCables.Point("africa-coast-to-europe-ace", 7),
                        new CountryCables.Point("arcos", 3),
                        new CountryCables.Point("west-africa-cable-system-wacs", 3));
        assertThat(cables.cutOff(List.of("africa-coast-to-europe-ace"), List.of()))
                .hasSize(7);
    }

    @Test
    @DisplayName("part Japan and the EU by 21 cables, of which two land on both sides")
    void japanAndEurope() {
        CountryCables.CablesCut cut = cables.cut(List.of("Japan"), Regions.EU27_NAMES);
        assertThat(cut.value()).isEqualTo(21);
        assertThat(cut.cables()).hasSize(21);
        assertThat(cables.landingInBoth(List.of("Japan"), Regions.EU27_NAMES))
                .containsExactly("flag-europe-asia-fea", "seamewe-3");
    }

    @Test
    @DisplayName("have four large suppliers among 309 cables that name theirs, and an HHI of 0.243")
    void suppliers() {
        assertThat(map.cables())
                .filteredOn(cable -> !cable.suppliers().isEmpty())
                .hasSize(309);
        assertThat(CountryCables.suppliers(map))
                .containsEntry("ASN", 134.0)
                .containsEntry("SubCom", 76.0)
                .containsEntry("NEC", 35.0)
                .containsEntry("HMN Tech", 35.0);
        Distribution suppliers = Distribution.ofAmounts(CountryCables.suppliers(map));
        assertThat(suppliers.hhiOfListed()).isCloseTo(0.243, within(5e-4));
    }

    @Test
    @DisplayName(
            "cut into segments, live on in part: eleven cables pass the northern Red Sea, and losing it parts nobody")
    void redSea() {
        CableSegments segments = CableSegments.of(map.inService(), Corridor.KNOWN);
        assertThat(segments.cutOff(CableSegments.Lost.NOTHING)).isEmpty();
        assertThat(segments.cablesByCorridor().get("red-sea"))
                .hasSize(11)
                .contains("seamewe-3", "flag-europe-asia-fea", "asia-africa-europe-1-aae-1");
        assertThat(segments.cablesByCorridor().get("bass"))
                .containsExactly("bass-strait-1", "bass-strait-2", "basslink");
        var redSea = new CableSegments.Lost(List.of(), List.of("red-sea"), List.of());
        long before = segments.cut(List.of("Japan"), Regions.EU27_NAMES, CableSegments.Lost.NOTHING)
                .value();
        long after = segments.cut(List.of("Japan"), Regions.EU27_NAMES, redSea).value();
        assertThat(before).isEqualTo(32);
        assertThat(after).isEqualTo(24);
        SharedRisk.Cheapest cheapest = segments.cutWithCorridors(List.of("Japan"), Regions.EU27_NAMES);
        assertThat(cheapest.value()).isEqualTo(25);
        assertThat(cheapest.groups()).containsExactly("red-sea");
    }
}
