package org.hasekura.resilience;

/**
 * The level λ at which a firm's supply is used up: {@code Σ min(order, normal·λ) + final·min(1, λ) = supply}.
 *
 * <p>The left side is concave and made of straight pieces. Newton's method from 0 therefore climbs towards λ without ever
 * passing it, sets aside who has got all, and ends on the piece of λ with the exact solution; a few rounds suffice. Since
 * an adversary can make it set aside one client a round, what is left after {@link #ROUNDS_MAX} rounds is sorted.
 *
 * <p>For one thread: the clients are put in, and spent by a call.
 */
final class WaterLevel {

    /** What the published program takes for zero. */
    static final double ZERO = 1e-20;

    private static final int ROUNDS_MAX = 30;

    private final double[] order;
    private final double[] normal;
    private int count;
    private double first;
    private double reached;

    /** For firms with up to so many clients, final demand among them. */
    WaterLevel(int clientsMax) {
        order = new double[clientsMax];
        normal = new double[clientsMax];
    }

    /** Where the orders of the clients are put, from the front. */
    double[] orders() {
        return order;
    }

    /** Takes the orders that were put there, of clients who normally buy what is between {@code from} and {@code to}. */
    void clients(double[] normals, int from, int to) {
        System.arraycopy(normals, from, normal, 0, to - from);
        count = to - from;
    }

    /** Adds a client who orders what it normally buys. */
    void addFinalDemand(double amount) {
        if (amount > 0) {
            order[count] = amount;
            normal[count++] = amount;
        }
    }

    /** The level; infinite where the supply covers everything. Spends the clients. */
    double solve(double supply) {
        double left = supply;
        double weight = 0;
        for (int i = 0; i < count; i++) {
            weight += normal[i];
        }
        for (int round = 0; round < ROUNDS_MAX; round++) {
            if (count == 0) {
                return Double.POSITIVE_INFINITY;
            }
            double level = Math.max(0, left) / weight;
            int kept = 0;
            weight = 0;
            for (int i = 0; i < count; i++) {
                if (order[i] <= normal[i] * level) {
                    left -= order[i];
                } else {
                    weight += normal[i];
                    order[kept] = order[i];
                    normal[kept++] = normal[i];
                }
            }
            if (kept == count) {
                return level;
            }
            count = kept;
        }
        return solveSorted(left, weight);
    }

    private double solveSorted(double supply, double weightOfAll) {
        sortByRatio();
        double left = supply;
        double weight = weightOfAll;
        for (int i = 0; i < count; i++) {
            double level = Math.max(0, left) / weight;
            if (order[i] > normal[i] * level) {
                return level;
            }
            left -= order[i];
            weight -= normal[i];
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * The level as the published program finds it, step by step over the ratios of orders to normal amounts. Clients with
     * a ratio up to {@link #reached} have got their order; those above get their normal amount times the level, which can
     * be more than they ordered; those without an order get {@link #first}. Spends the clients, among which final demand
     * is not.
     */
    double solvePublished(double finalDemand, double supply) {
        double weightOfZeros = takeZeros();
        sortByRatio();
        double weight = 0;
        for (int i = 0; i < count; i++) {
            weight += normal[i];
        }
        first = 0;
        reached = 0;
        double left = supply;
        double level = 0;
        boolean isFinalServed = false;
        boolean isFirst = true;
        int next = 0;
        while (next < count || !isFinalServed) {
            double ratio = next < count ? order[next] / normal[next] : 1;
            double above = isFinalServed ? ratio : Math.min(ratio, 1);
            double needed = (above - level) * (weight + (isFirst ? weightOfZeros : 0) + finalDemand);
            if (!(left > needed)) {
                double served = weight + (isFinalServed ? 0 : finalDemand);
                return served > 0 ? level + left / served : level;
            }
            left -= needed;
            level = above;
            reached = above;
            first = isFirst ? level : first;
            isFirst = false;
            isFinalServed |= above >= 1;
            while (next < count && order[next] / normal[next] <= level) {
                weight = next + 1 == count ? 0 : weight - normal[next];
                next++;
            }
            if (left <= ZERO) {
                return level;
            }
        }
        reached = Double.POSITIVE_INFINITY;
        return reached;
    }

    /** Up to which ratio clients got their order in the last {@link #solvePublished}. */
    double reached() {
        return reached;
    }

    /** What clients without an order received in the last {@link #solvePublished}, as a level. */
    double first() {
        return first;
    }

    private double takeZeros() {
        double weight = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (order[i] <= normal[i] * ZERO) {
                weight += normal[i];
            } else {
                order[kept] = order[i];
                normal[kept++] = normal[i];
            }
        }
        count = kept;
        return weight;
    }

    /** Heap sort of both arrays by order/normal: no memory, no bad case. */
    private void sortByRatio() {
        for (int i = count / 2 - 1; i >= 0; i--) {
            sink(i, count);
        }
        for (int end = count - 1; end > 0; end--) {
            swap(0, end);
            sink(0, end);
        }
    }

    private void sink(int from, int end) {
        int at = from;
        while (2 * at + 1 < end) {
            int child = 2 * at + 1;
            if (child + 1 < end && isLess(child, child + 1)) {
                child++;
            }
            if (!isLess(at, child)) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private boolean isLess(int a, int b) {
        return order[a] / normal[a] < order[b] / normal[b];
    }

    private void swap(int a, int b) {
        double held = order[a];
        order[a] = order[b];
        order[b] = held;
        held = normal[a];
        normal[a] = normal[b];
        normal[b] = held;
    }
}
