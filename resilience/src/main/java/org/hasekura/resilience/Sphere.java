package org.hasekura.resilience;

/** Distances and crossings on the Earth, taken as a sphere; longitude and latitude in degrees. */
final class Sphere {

    private static final double KM_PER_DEGREE = 111.195;

    private Sphere() {}

    /** The way from one longitude to another, the short way round: from -180 to 180. */
    static double turn(double from, double to) {
        double turn = (to - from) % 360;
        return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
    }

    /** Distance over short ways in kilometres, on a plane that touches half-way; off by less than 1 % below 500 km. */
    static double km(double longitude, double latitude, double otherLongitude, double otherLatitude) {
        double east = turn(longitude, otherLongitude) * Math.cos(Math.toRadians((latitude + otherLatitude) / 2));
        return KM_PER_DEGREE * Math.hypot(east, otherLatitude - latitude);
    }

    /** Where on the straight piece from a to b the point is nearest: 0 at a, 1 at b. */
    static double nearest(double longitude, double latitude, double[] line, int a) {
        double shrink = Math.cos(Math.toRadians(latitude));
        double x = turn(longitude, line[a]) * shrink;
        double y = line[a + 1] - latitude;
        double dx = turn(line[a], line[a + 2]) * shrink;
        double dy = line[a + 3] - line[a + 1];
        double length = dx * dx + dy * dy;
        return length == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / length, 0, 1);
    }

    /** Whether two straight pieces cross, in the plane of longitude and latitude around the first piece's beginning. */
    static boolean cross(double[] one, int a, double[] other, int b) {
        double origin = one[a];
        double x1 = 0;
        double x2 = turn(origin, one[a + 2]);
        double x3 = turn(origin, other[b]);
        double x4 = x3 + turn(other[b], other[b + 2]);
        double first = side(x3, other[b + 1], x4, other[b + 3], x1, one[a + 1]);
        double second = side(x3, other[b + 1], x4, other[b + 3], x2, one[a + 3]);
        double third = side(x1, one[a + 1], x2, one[a + 3], x3, other[b + 1]);
        double fourth = side(x1, one[a + 1], x2, one[a + 3], x4, other[b + 3]);
        return first * second < 0 && third * fourth < 0;
    }

    private static double side(double ax, double ay, double bx, double by, double px, double py) {
        return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    }
}
