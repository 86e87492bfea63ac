package org.hasekura.node;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.hasekura.resilience.ChipFacts;
import org.hasekura.resilience.Graph;
import org.hasekura.resilience.Mineral;
import org.hasekura.resilience.MineralsJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience minerals}: who counts a raw material as critical, and how much is imported. */
@Command(
        name = "minerals",
        description =
                "Raw materials of chips: on whose lists they stand, and how much the EU and the United States import.",
        mixinStandardHelpOptions = true)
final class ResilienceMineralsCommand implements Callable<Integer> {

    @Option(names = "--json", description = "shows the answer as JSON, with sources")
    private boolean json;

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Mineral> minerals = Mineral.packaged();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(MineralsJson.write(minerals));
        } else {
            out.print(Table.write(rows(minerals, ChipFacts.load().graph())));
            out.println(say(
                    "* from a compiler's memory, to be checked; – nobody published it, or not read. EU figures are of the"
                            + " Commission's study, US net import reliance of 2023 by the Geological Survey.",
                    "* は作成者の記憶による（要確認）。– は公表がないか未確認。EUの数値は欧州委員会の調査、米国は地質調査所による2023年の純輸入依存度。"));
        }
        out.flush();
        return 0;
    }

    private List<List<String>> rows(List<Mineral> minerals, Graph graph) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "id",
                say("name", "名称"),
                say("EU list", "EUのリスト"),
                say("EU imports %", "EU輸入依存度 %"),
                say("EU's main supplier", "EUの主な供給国"),
                say("Japan", "日本"),
                say("US imports %", "米国輸入依存度 %")));
        for (Mineral each : minerals) {
            Mineral.European eu = each.eu();
            String mark = eu.figuresConfidence().contains("memory") ? "*" : "";
            rows.add(List.of(
                    each.node(),
                    graph.nodeNumber(each.node())
                            .map(graph::node)
                            .map(node -> node.name(language.locale()))
                            .orElse(each.symbol()),
                    eu.isStrategic() ? say("strategic", "戦略的") : eu.isCritical() ? say("critical", "重要") : "",
                    percent(eu.importReliance(), mark),
                    eu.mainSupplier().isEmpty()
                            ? "–"
                            : eu.mainSupplier() + " " + percent(eu.mainSupplierPercent(), mark),
                    each.japan().isSpecified()
                            ? say("specified", "特定重要物資")
                                    + (each.japan().confidence().contains("memory") ? "*" : "")
                            : "",
                    each.us().netImportReliance().isEmpty() ? "–" : each.us().netImportReliance()));
        }
        return rows;
    }

    private static String percent(OptionalDouble percent, String mark) {
        return percent.isEmpty() ? "–" : String.format(Locale.ROOT, "%.0f", percent.getAsDouble()) + mark;
    }

    private String say(String english, String japanese) {
        return language == Language.ja ? japanese : english;
    }
}
