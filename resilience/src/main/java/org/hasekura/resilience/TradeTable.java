package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Trade statistics, flat: one line for who reported trade with whom in what, when, how much. Names are kept once and numbered,
 * so that ten million lines take 40 bytes each, and the lines of a product lie together. {@link TradeTables} reads the public forms. Immutable.
 */
public final class TradeTable {

    /** Which way the goods went, seen from the reporter. */
    public enum Flow {
        IMPORT,
        EXPORT
    }

    private final List<String> names;
    private final Map<String, Integer> numbers;
    private final int[] reporter;
    private final int[] partner;
    private final int[] period;
    private final boolean[] isImport;
    private final double[] value;
    private final double[] quantity;
    /** Where the lines of the product with this number begin; those of a name that is no product are none. */
    private final int[] firstLine;

    private TradeTable(Builder builder) {
        this.names = List.copyOf(builder.names);
        this.numbers = Map.copyOf(builder.numbers);
        this.firstLine = firstLines(builder, names.size());
        int lines = builder.lines;
        this.reporter = new int[lines];
        this.partner = new int[lines];
        this.period = new int[lines];
        this.isImport = new boolean[lines];
        this.value = new double[lines];
        this.quantity = new double[lines];
        int[] next = firstLine.clone();
        for (int from = 0; from < lines; from++) {
            int to = next[builder.product[from]]++;
            reporter[to] = builder.reporter[from];
            partner[to] = builder.partner[from];
            period[to] = builder.period[from];
            isImport[to] = builder.isImport[from];
            value[to] = builder.value[from];
            quantity[to] = builder.quantity[from];
        }
    }

    private static int[] firstLines(Builder builder, int names) {
        int[] first = new int[names + 1];
        for (int line = 0; line < builder.lines; line++) {
            first[builder.product[line] + 1]++;
        }
        for (int name = 0; name < names; name++) {
            first[name + 1] += first[name];
        }
        return first;
    }

    private int begin(String code) {
        Integer number = numbers.get(code);
        return number == null ? 0 : firstLine[number];
    }

    private int end(String code) {
        Integer number = numbers.get(code);
        return number == null ? 0 : firstLine[number + 1];
    }

    public int lines() {
        return value.length;
    }

    /** Products in the order of their codes. */
    public List<String> products() {
        return IntStream.range(0, names.size())
                .filter(name -> firstLine[name] < firstLine[name + 1])
                .mapToObj(names::get)
                .sorted()
                .toList();
    }

    /** The years that lines are about, in order. */
    public List<Integer> years() {
        return Arrays.stream(period)
                .map(when -> when > 9999 ? when / 100 : when)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /** Who reported, in the order of their codes. */
    public List<String> reporters() {
        return Arrays.stream(reporter).distinct().mapToObj(names::get).sorted().toList();
    }

    /**
     * Values by partner, added up.
     *
     * @param reporters whose reports count
     * @param isPeriod which periods count: a year, or year and month as 202503
     */
    public Map<String, Double> byPartner(Collection<String> reporters, String code, Flow flow, IntPredicate isPeriod) {
        Map<String, Double> sums = new TreeMap<>();
        boolean[] isReporter = marked(reporters);
        for (int line = begin(code); line < end(code); line++) {
            if (isReporter[reporter[line]] && isImport[line] == (flow == Flow.IMPORT) && isPeriod.test(period[line])) {
                sums.merge(names.get(partner[line]), value[line], Double::sum);
            }
        }
        return sums;
    }

    /** Values by reporter, added up over all partners: for exports, who supplies the world. */
    public Map<String, Double> byReporter(String code, Flow flow, IntPredicate isPeriod) {
        Map<String, Double> sums = new TreeMap<>();
        for (int line = begin(code); line < end(code); line++) {
            if (isImport[line] == (flow == Flow.IMPORT) && isPeriod.test(period[line])) {
                sums.merge(names.get(reporter[line]), value[line], Double::sum);
            }
        }
        return sums;
    }

    /**
     * Imports of one product by month.
     *
     * @param outside partners that count as inside and are left out
     * @return from the first to the last month that any line of the product has; nothing where there is none
     */
    public Optional<MonthlySeries> monthly(Collection<String> reporters, String code, Collection<String> outside) {
        boolean[] isReporter = marked(reporters);
        boolean[] isInside = marked(outside);
        var months = new MonthlySeries.Builder();
        for (int line = begin(code); line < end(code); line++) {
            boolean counts = isReporter[reporter[line]]
                    && isImport[line]
                    && !isInside[partner[line]]
                    && period[line] % 100 >= 1
                    && period[line] % 100 <= 12
                    && period[line] > 9999;
            if (counts) {
                months.add(period[line], names.get(partner[line]), value[line], quantity[line]);
            }
        }
        return months.build();
    }

    private boolean[] marked(Collection<String> wanted) {
        boolean[] marks = new boolean[names.size()];
        for (String name : wanted) {
            Integer number = numbers.get(name);
            if (number != null) {
                marks[number] = true;
            }
        }
        return marks;
    }

    /** Collects lines. Not safe for use by several threads. */
    public static final class Builder {
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private int[] reporter = new int[64];
        private int[] partner = new int[64];
        private int[] product = new int[64];
        private int[] period = new int[64];
        private boolean[] isImport = new boolean[64];
        private double[] value = new double[64];
        private double[] quantity = new double[64];
        private int lines;

        /**
         * Adds a line.
         *
         * @param when a year, or year and month as 202503
         * @param amount in the table's currency
         * @param weight in the table's unit; NaN where unknown
         */
        public Builder add(String from, String with, String code, Flow flow, int when, double amount, double weight) {
            if (lines == value.length) {
                grow(lines * 2);
            }
            reporter[lines] = number(from);
            partner[lines] = number(with);
            product[lines] = number(code);
            period[lines] = when;
            isImport[lines] = flow == Flow.IMPORT;
            value[lines] = amount;
            quantity[lines++] = weight;
            return this;
        }

        private int number(String name) {
            return numbers.computeIfAbsent(name, _ -> {
                names.add(name);
                return names.size() - 1;
            });
        }

        private void grow(int size) {
            reporter = Arrays.copyOf(reporter, size);
            partner = Arrays.copyOf(partner, size);
            product = Arrays.copyOf(product, size);
            period = Arrays.copyOf(period, size);
            isImport = Arrays.copyOf(isImport, size);
            value = Arrays.copyOf(value, size);
            quantity = Arrays.copyOf(quantity, size);
        }

        public TradeTable build() {
            return new TradeTable(this);
        }
    }
}
