package org.hasekura.resilience;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How much of one thing was made where in one year, as one publication lists it.
 *
 * @param node number of the node
 * @param amounts by number of the holder, in {@code unit}
 * @param withoutFigure holders that the publication names without a number: withheld, not available
 * @param worldTotal as published; the sum of the rows may differ from it
 * @param isAdditive whether the rows may be added up at all; some publications list different products side by side
 */
public record Amounts(
        String id,
        int node,
        String product,
        String unit,
        int year,
        Map<Integer, Double> amounts,
        List<Integer> withoutFigure,
        OptionalDouble worldTotal,
        boolean isAdditive,
        String source,
        Confidence confidence) {

    public Amounts {
        amounts = Map.copyOf(amounts);
        withoutFigure = List.copyOf(withoutFigure);
    }

    /** What the rows add up to. */
    public double sum() {
        return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
