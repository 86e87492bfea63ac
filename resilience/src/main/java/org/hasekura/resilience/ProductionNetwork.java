package org.hasekura.resilience;

/**
 * Firms, what they sell each other and what they sell to final demand, in money per day.
 *
 * @param links what firms sell each other
 * @param finalDemand what each firm sells to final demand
 */
@SuppressWarnings("ArrayRecordComponent") // One number per firm; nobody compares two of these by equals.
public record ProductionNetwork(FirmNetwork links, double[] finalDemand) {

    /** A network whose firms all have a final demand, be it zero. */
    public ProductionNetwork {
        if (finalDemand.length != links.firms()) {
            throw new IllegalArgumentException(
                    "there are " + links.firms() + " firms, but " + finalDemand.length + " final demands");
        }
    }

    /** What each firm produces: its sales to firms and to final demand. */
    public double[] output() {
        double[] output = links.sales();
        for (int firm = 0; firm < output.length; firm++) {
            output[firm] += finalDemand[firm];
        }
        return output;
    }
}
