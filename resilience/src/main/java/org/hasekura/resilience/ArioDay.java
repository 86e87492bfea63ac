package org.hasekura.resilience;

import java.util.Arrays;

/** The state of {@link Ario} and the step from one day to the next. */
final class ArioDay {

    private final ArioSettings settings;
    private final int size;
    private final int[] product;
    private final int products;
    private final double[] deliveries;
    private final double[] finalDemand;
    private final double[] normal;
    // [product × industry], what a unit of output needs.
    private final double[] needed;

    // [product × industry].
    private final double[] stock;
    private final double[] wanted;
    private final double[] received;
    private final double[] weight;
    // What a buyer wants of a product, for each unit that its makers pull.
    private final double[] each;
    // By industry.
    private final double[] overproduction;
    private final double[] capacity;
    private final double[] demand;
    private final double[] wished;
    private final double[] production;
    // By seller: the factor of its row of deliveries in the orders of the day.
    private final double[] pull;

    ArioDay(
            ArioSettings settings,
            int[] product,
            int products,
            double[] deliveries,
            double[] finalDemand,
            double[] normal) {
        this.settings = settings;
        this.size = product.length;
        this.product = product;
        this.products = products;
        this.deliveries = deliveries;
        this.finalDemand = finalDemand;
        this.normal = normal;
        this.needed = new double[products * size];
        this.stock = new double[products * size];
        this.wanted = new double[products * size];
        this.received = new double[products * size];
        this.weight = new double[products * size];
        this.each = new double[products * size];
        this.overproduction = new double[size];
        this.capacity = new double[size];
        this.demand = new double[size];
        this.wished = new double[size];
        this.production = normal.clone();
        this.pull = new double[size];
        Arrays.fill(overproduction, 1);
        Arrays.fill(pull, 1);
        begin();
    }

    /** A run of its own from the same start. */
    ArioDay copy() {
        return new ArioDay(settings, product, products, deliveries, finalDemand, normal);
    }

    double[] production() {
        return production.clone();
    }

    /** The normal state: orders are the table's deliveries, stocks what they aim at. */
    private void begin() {
        addUpWeights();
        for (int p = 0; p < products; p++) {
            for (int buyer = 0; buyer < size; buyer++) {
                int at = p * size + buyer;
                needed[at] = normal[buyer] > 0 ? weight[at] / normal[buyer] : 0;
                stock[at] = normal[buyer] * needed[at] * settings.stockDays();
                wanted[at] = weight[at];
            }
        }
        addUpDemand();
    }

    /**
     * One day.
     *
     * @param lost the share of each industry's capacity that is gone
     */
    void run(int day, double[] lost) {
        if (day > 1) {
            adaptOverproduction();
        }
        for (int industry = 0; industry < size; industry++) {
            capacity[industry] = normal[industry] * (1 - lost[industry]) * overproduction[industry];
            wished[industry] = Math.min(demand[industry], capacity[industry]);
        }
        produce();
        deliver();
        order();
    }

    private void adaptOverproduction() {
        for (int industry = 0; industry < size; industry++) {
            double before = overproduction[industry];
            double scarcity = demand[industry] != 0 ? (demand[industry] - production[industry]) / demand[industry] : 0;
            double aim = scarcity == 0 ? 1 - before : (settings.overproductionMax() - before) * scarcity;
            overproduction[industry] = Math.max(1, before + aim / settings.overproductionTauDays());
        }
    }

    private void produce() {
        double share = settings.psi() * settings.stockDays();
        System.arraycopy(wished, 0, production, 0, size);
        for (int p = 0; p < products; p++) {
            for (int industry = 0; industry < size; industry++) {
                double enough = needed[p * size + industry] * wished[industry] * share;
                double held = stock[p * size + industry];
                double able = held < enough ? wished[industry] * (held / enough) : wished[industry];
                production[industry] = Math.min(production[industry], able);
            }
        }
    }

    private void deliver() {
        Arrays.fill(received, 0);
        for (int seller = 0; seller < size; seller++) {
            double factor = demand[seller] != 0 ? pull[seller] * (production[seller] / demand[seller]) : 0;
            int row = seller * size;
            int p = product[seller] * size;
            for (int buyer = 0; buyer < size; buyer++) {
                received[p + buyer] += factor * deliveries[row + buyer];
            }
        }
        boolean isStill = true;
        for (int p = 0; p < products; p++) {
            isStill &= receive(p * size);
        }
        for (int p = 0; p < products && !isStill; p++) {
            int row = p * size;
            for (int buyer = 0; buyer < size; buyer++) {
                int at = row + buyer;
                stock[at] = stock[at] - needed[at] * production[buyer] + received[at];
            }
        }
    }

    /** Turns what was sent of a product into what is received; answers whether all of it equals what is used. */
    private boolean receive(int row) {
        boolean isStill = true;
        for (int buyer = 0; buyer < size; buyer++) {
            int at = row + buyer;
            received[at] *= each[at];
            isStill &= isClose(received[at], needed[at] * production[buyer]);
        }
        return isStill;
    }

    private void order() {
        boolean isFull = true;
        for (int p = 0; p < products; p++) {
            isFull &= want(p * size);
        }
        for (int p = 0; p < products && isFull; p++) {
            for (int buyer = 0; buyer < size; buyer++) {
                wanted[p * size + buyer] = needed[p * size + buyer] * production[buyer];
            }
        }
        for (int seller = 0; seller < size; seller++) {
            pull[seller] = normal[seller] != 0 ? capacity[seller] / normal[seller] : 1;
        }
        addUpWeights();
        addUpDemand();
    }

    /** Fills the gaps in the stocks of a product; answers whether there are none to speak of. */
    private boolean want(int row) {
        boolean isFull = true;
        for (int buyer = 0; buyer < size; buyer++) {
            int at = row + buyer;
            double aim = needed[at] * wished[buyer] * settings.stockDays();
            isFull &= isClose(stock[at], aim);
            wanted[at] = Math.max(0, aim - stock[at]) / settings.stockTauDays() + needed[at] * production[buyer];
        }
        return isFull;
    }

    /** How much each buyer is pulled to all makers of a product together. */
    private void addUpWeights() {
        Arrays.fill(weight, 0);
        for (int seller = 0; seller < size; seller++) {
            int row = seller * size;
            int p = product[seller] * size;
            double factor = pull[seller];
            for (int buyer = 0; buyer < size; buyer++) {
                weight[p + buyer] += factor * deliveries[row + buyer];
            }
        }
    }

    private void addUpDemand() {
        for (int at = 0; at < weight.length; at++) {
            each[at] = weight[at] > 0 ? wanted[at] / weight[at] : 0;
        }
        for (int seller = 0; seller < size; seller++) {
            double sum = product(seller * size, product[seller] * size);
            demand[seller] = finalDemand[seller] + pull[seller] * sum;
        }
    }

    /** A row of deliveries times a row of what each buyer wants per unit of pull; four sums side by side do not wait. */
    private double product(int row, int p) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int buyer = 0;
        for (; buyer + 3 < size; buyer += 4) {
            a += deliveries[row + buyer] * each[p + buyer];
            b += deliveries[row + buyer + 1] * each[p + buyer + 1];
            c += deliveries[row + buyer + 2] * each[p + buyer + 2];
            d += deliveries[row + buyer + 3] * each[p + buyer + 3];
        }
        for (; buyer < size; buyer++) {
            a += deliveries[row + buyer] * each[p + buyer];
        }
        return (a + b) + (c + d);
    }

    private static boolean isClose(double value, double reference) {
        return Math.abs(value - reference) <= Ario.CLOSE_ABSOLUTE + Ario.CLOSE * Math.abs(reference);
    }
}
