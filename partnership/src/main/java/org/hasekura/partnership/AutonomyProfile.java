package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hasekura.resilience.ChipFacts;
import org.hasekura.resilience.Confidence;
import org.hasekura.resilience.FactBook;
import org.hasekura.resilience.ImportShare;
import org.hasekura.resilience.Interval;
import org.hasekura.resilience.Node;

/**
 * What each side depends on, by layer, as far as anybody published it: shares of imports from one partner, from the cited facts
 * of the resilience room. A layer without a figure is not known, which is not independent.
 */
public record AutonomyProfile(String version, List<Dependence> dependences) {

    public AutonomyProfile {
        dependences = List.copyOf(dependences);
    }

    /** From the ground up. */
    public enum Layer {
        RAW_MATERIALS("rawMaterials", new Phrase("raw materials", "原材料")),
        CHIPS("chips", new Phrase("chips and what makes them", "半導体とその材料")),
        CABLES("cables", new Phrase("submarine cables", "海底ケーブル")),
        FIVE_G("5g", new Phrase("5G", "5G")),
        CLOUD("cloud", new Phrase("cloud", "クラウド"));

        private final String word;
        private final String en;
        private final String ja;

        Layer(String word, Phrase phrase) {
            this.word = word;
            this.en = phrase.en();
            this.ja = phrase.ja();
        }

        public String word() {
            return word;
        }

        public Phrase phrase() {
            return new Phrase(en, ja);
        }
    }

    /**
     * How much of a side's imports of a thing come from one partner, in one source.
     *
     * @param partner ISO 3166-1 alpha-3
     * @param percent as a range where the source gives one
     * @param source id in the resilience room's facts
     * @param isFromMemory a compiler's memory; to be checked before use
     */
    public record Dependence(
            Side side,
            Layer layer,
            String thing,
            Phrase name,
            String partner,
            Interval percent,
            int year,
            String source,
            boolean isFromMemory) {

        public double lowPercent() {
            return percent.low();
        }

        public double highPercent() {
            return percent.high();
        }
    }

    /** From what this software ships with. Networks and cloud: no figure ships, so they are not known. */
    public static AutonomyProfile load() {
        return of(ChipFacts.load());
    }

    public static AutonomyProfile of(FactBook facts) {
        var all = new ArrayList<Dependence>();
        for (ImportShare each : facts.imports()) {
            Node node = facts.graph().node(each.node());
            for (Side side : Side.values()) {
                if (each.importer().equals(importer(side))) {
                    all.add(new Dependence(
                            side,
                            node.stage().equals("raw") ? Layer.RAW_MATERIALS : Layer.CHIPS,
                            node.id(),
                            new Phrase(node.name(), node.nameJa()),
                            each.partner(),
                            each.percent(),
                            each.year(),
                            each.source(),
                            each.confidence() == Confidence.MEMORY));
                }
            }
        }
        all.sort(Comparator.comparing(Dependence::layer)
                .thenComparingDouble(each -> -each.percent().high())
                .thenComparing(Dependence::thing)
                .thenComparingInt(Dependence::year));
        return new AutonomyProfile(facts.version(), all);
    }

    private static String importer(Side side) {
        return switch (side) {
            case EU -> "EU27";
            case JAPAN -> "JPN";
        };
    }

    public List<Dependence> of(Side side, Layer layer) {
        return dependences.stream()
                .filter(each -> each.side() == side && each.layer() == layer)
                .toList();
    }

    /** Things for which both sides have a figure of the same partner: what they could diversify together. */
    public List<String> common() {
        return of(Side.EU).stream()
                .filter(eu -> of(Side.JAPAN).stream()
                        .anyMatch(japan -> japan.thing().equals(eu.thing())
                                && japan.partner().equals(eu.partner())))
                .map(Dependence::thing)
                .distinct()
                .toList();
    }

    private List<Dependence> of(Side side) {
        return Arrays.stream(Layer.values())
                .flatMap(layer -> of(side, layer).stream())
                .toList();
    }
}
