package org.hasekura.portal;

import org.hasekura.portal.TopologyJson.Point;

/**
 * The Equal Earth projection: areas keep their proportions, so that no country looks greater than it is. The middle is 11° east, so that
 * the cut of the sphere lies in the Bering Strait.
 *
 * @see <a href="https://doi.org/10.1080/13658816.2018.1504949">Šavrič, Patterson, Jenny: The Equal Earth map projection (2018)</a>
 */
final class EqualEarth {

    /** How many units the whole equator is wide. */
    static final int WIDTH = 9600;

    static final double MIDDLE_EAST = 11;
    private static final double[] A = {1.340264, -0.081106, 0.000893, 0.003796};
    private static final double ROOT_3 = Math.sqrt(3);

    /** Where a place is drawn, in units to the right and down; the upper left corner is that of the whole sphere. */
    record Spot(int x, int y) {}

    private EqualEarth() {}

    static Spot of(Point place) {
        double theta = Math.asin(ROOT_3 / 2 * Math.sin(Math.toRadians(place.north())));
        double lambda = Math.toRadians(place.east() - MIDDLE_EAST);
        return new Spot((int) Math.round(WIDTH / 2.0 + scale() * x(lambda, theta)), (int)
                Math.round(scale() * (y(Math.PI / 3) - y(theta))));
    }

    private static double scale() {
        return WIDTH / (2 * x(Math.PI, 0));
    }

    private static double x(double lambda, double theta) {
        double squared = theta * theta;
        double sixth = squared * squared * squared;
        return 2
                * ROOT_3
                * lambda
                * Math.cos(theta)
                / (3 * (9 * A[3] * sixth * squared + 7 * A[2] * sixth + 3 * A[1] * squared + A[0]));
    }

    private static double y(double theta) {
        double squared = theta * theta;
        double sixth = squared * squared * squared;
        return theta * (A[3] * sixth * squared + A[2] * sixth + A[1] * squared + A[0]);
    }
}
