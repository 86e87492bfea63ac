package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.hasekura.portal.EqualEarth.Spot;
import org.hasekura.portal.TopologyJson.Point;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shapes of the law map")
class WorldMapTest {

    /** Square units of the map for a square radius of the sphere: the whole sphere is 4π of these. */
    private static final double UNITS = Math.pow(EqualEarth.WIDTH / (2 * 2.7066299836960748), 2);

    @Test
    @DisplayName("are those that the vendored atlas gives; -Dgolden.update=true makes them anew")
    void areCurrent() throws IOException {
        String made = WorldAtlas.make();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(WorldAtlas.KEPT, made);
        }
        assertThat(Files.readString(WorldAtlas.KEPT)).isEqualTo(made);
    }

    @Test
    @DisplayName(
            "are projected as PROJ projects: its ends of the equator and of the middle, and equal areas everywhere")
    void projection() {
        double half = EqualEarth.WIDTH / 2.0;
        assertThat(EqualEarth.of(new Point(EqualEarth.MIDDLE_EAST + 180, 0)).x())
                .isEqualTo(EqualEarth.WIDTH);
        assertThat(EqualEarth.of(new Point(EqualEarth.MIDDLE_EAST, 90)).y()).isZero();
        // PROJ 9, +proj=eqearth on the unit sphere: 1.3173627591574133 up to the pole, 2.7066299836960748 along the
        // equator.
        assertThat(EqualEarth.of(new Point(EqualEarth.MIDDLE_EAST, 0)).y() / half)
                .isCloseTo(1.3173627591574133 / 2.7066299836960748, within(0.0002));
        for (int north : List.of(-50, 0, 35, 60, 70)) {
            double onSphere =
                    Math.toRadians(20) * (Math.sin(Math.toRadians(north + 10)) - Math.sin(Math.toRadians(north)));
            assertThat(area(100, north) / UNITS).as("at " + north).isCloseTo(onSphere, within(onSphere / 100));
        }
    }

    /** Of the field of 20 by 10 degrees on the map, by its edges. */
    private static double area(int east, int north) {
        double twice = 0;
        Spot before = EqualEarth.of(new Point(east, north));
        for (int step = 1; step <= 40; step++) {
            int side = step % 40 / 10;
            double part = step % 10 / 10.0;
            Spot next = EqualEarth.of(
                    switch (side) {
                        case 0 -> new Point(east + 20 * part, north);
                        case 1 -> new Point(east + 20, north + 10 * part);
                        case 2 -> new Point(east + 20 - 20 * part, north + 10);
                        default -> new Point(east, north + 10 - 10 * part);
                    });
            twice += (double) before.x() * next.y() - (double) next.x() * before.y();
            before = next;
        }
        return Math.abs(twice) / 2;
    }

    @Test
    @DisplayName("have a place for every country of the law data, so that a new one is looked at before it is drawn")
    void everyPlace() {
        LawPage page = LawPage.of(TestPortal.LAW, "personal", TestPortal.LAW.asOf(), List.of("DE"));
        assertThat(page.matrix().importers())
                .filteredOn(each -> !WorldMap.shipped().shows(each))
                .containsExactly("EPO");
        assertThat(page.members()).hasSize(30).allMatch(WorldMap.shipped()::shows);
    }

    @Test
    @DisplayName("have no area for whom an outline would say more than the law does")
    void noSides() {
        assertThat(WorldMap.shipped().areas()).doesNotContainKeys("IL", "CY", "FK", "PS");
        assertThat(WorldMap.shipped().dots()).containsKeys("IL", "CY");
        assertThat(WorldMap.shipped().over()).hasSize(3).allMatch(path -> path.endsWith("z"));
    }
}
