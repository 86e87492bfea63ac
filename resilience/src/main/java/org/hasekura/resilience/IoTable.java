package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.List;

/**
 * An input–output table of several regions: what each industry sells to each other industry and to final demand in a
 * year, in one currency. An industry is a region and a sector; its name is {@code region:sector}.
 *
 * @param industries their names, in the order of rows and columns
 * @param deliveries {@code [seller × buyer]}, row by row
 * @param consumers who makes final demand, regions as a rule
 * @param finalDemand {@code [seller × consumer]}; less than zero where stocks were sold off
 * @param output what each industry makes
 */
@SuppressWarnings("ArrayRecordComponent") // Matrices; nobody compares two of these by equals.
public record IoTable(Names industries, double[] deliveries, Names consumers, double[] finalDemand, double[] output) {

    /** More industries are refused: the matrix would take 800 MB. */
    public static final int INDUSTRIES_MAX = 10_000;

    /** A table whose parts fit together. */
    public IoTable {
        int size = industries.size();
        if ((long) size * size != deliveries.length
                || (long) size * consumers.size() != finalDemand.length
                || output.length != size) {
            throw new IllegalArgumentException("the parts of the table are not of " + size + " industries");
        }
    }

    /** How many industries there are. */
    public int size() {
        return output.length;
    }

    /** What an industry sells to final demand of all consumers. */
    public double finalDemand(int industry) {
        double sum = 0;
        for (int i = 0; i < consumers.size(); i++) {
            sum += finalDemand[industry * consumers.size() + i];
        }
        return sum;
    }

    /**
     * The same table without sales from stock, in which every industry makes what it sells. A model that runs forward from
     * a table must start in balance; published tables are so but for rounding and changes of stocks.
     */
    public IoTable balanced() {
        double[] bought = new double[finalDemand.length];
        double[] sold = new double[size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                sold[i] += deliveries[i * size() + j];
            }
            for (int j = 0; j < consumers.size(); j++) {
                int at = i * consumers.size() + j;
                bought[at] = Math.max(0, finalDemand[at]);
                sold[i] += bought[at];
            }
        }
        return new IoTable(industries, deliveries, consumers, bought, sold);
    }

    /** The region of an industry. */
    public String region(int industry) {
        String name = industries.name(industry);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The sector of an industry. */
    public String sector(int industry) {
        String name = industries.name(industry);
        return name.substring(name.indexOf(':') + 1);
    }

    /** All regions, sorted. */
    public List<String> regions() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            all.add(region(i));
        }
        return all.stream().distinct().sorted().toList();
    }

    /** All sectors, in the order in which they come first. */
    public List<String> sectors() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            all.add(sector(i));
        }
        return all.stream().distinct().toList();
    }

    /**
     * The industries that a pattern means.
     *
     * @param pattern {@code region:sector}, each of them {@code *} for all
     * @return their numbers; none where nothing is called so
     */
    public List<Integer> matching(String pattern) {
        int colon = pattern.indexOf(':');
        String region = colon < 0 ? pattern : pattern.substring(0, colon);
        String sector = colon < 0 ? "*" : pattern.substring(colon + 1);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            boolean isRegion = region.equals("*") || region.equals(region(i));
            if (isRegion && (sector.equals("*") || sector.equals(sector(i)))) {
                found.add(i);
            }
        }
        return List.copyOf(found);
    }
}
