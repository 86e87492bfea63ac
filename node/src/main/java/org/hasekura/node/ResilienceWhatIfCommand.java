package org.hasekura.node;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.resilience.CableLoss;
import org.hasekura.resilience.CableMap;
import org.hasekura.resilience.CableSegments;
import org.hasekura.resilience.Corridor;
import org.hasekura.resilience.DataSet;
import org.hasekura.resilience.FactBook;
import org.hasekura.resilience.Graph;
import org.hasekura.resilience.Holder;
import org.hasekura.resilience.Regions;
import org.hasekura.resilience.Removal;
import org.hasekura.resilience.WhatIf;
import org.hasekura.resilience.WhatIfJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience what-if}: takes something away and shows who is hit, and over which chain. */
@Command(
        name = "what-if",
        description =
                "Takes countries, firms, nodes, cables or a corridor away and shows who is hit, and over which chain.",
        mixinStandardHelpOptions = true)
final class ResilienceWhatIfCommand implements Callable<Integer> {

    @Mixin
    private GraphOptions graph = new GraphOptions();

    @Option(
            names = "--remove",
            paramLabel = "WHAT",
            required = true,
            split = ",",
            description =
                    "country:CHN, country:EU27, firm:asml, node:R_GA; of cables cable:ID, corridor:red-sea, landing:ID")
    private List<String> removed = new ArrayList<>();

    @Option(names = "--from", paramLabel = "COUNTRY", split = ";", description = "of cables: one side; otherwise Japan")
    private List<String> from = List.of("Japan");

    @Option(
            names = "--to",
            paramLabel = "COUNTRY",
            split = ";",
            description = "of cables: the other side; otherwise EU27")
    private List<String> to = List.of("EU27");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        PrintWriter out = spec.commandLine().getOut();
        switch (graph.read()) {
            case DataSet.Facts facts -> {
                WhatIf whatIf = WhatIf.of(facts.book(), removal(facts.book()), graph.settings(0, 1));
                out.print(graph.json() ? WhatIfJson.write(whatIf) + "\n" : ResilienceText.of(whatIf, graph.language()));
            }
            case DataSet.Cables(CableMap map) -> {
                CableLoss loss = CableLoss.of(
                        graph.isPlannedCounted() ? map : map.inService(),
                        lost(map),
                        GraphOptions.countryNames(from),
                        GraphOptions.countryNames(to));
                out.print(graph.json() ? WhatIfJson.write(loss) + "\n" : ResilienceText.of(loss, graph.language()));
            }
            case DataSet.Industries _ ->
                throw new CommandFailed("shocks to an input-output table run over time: `resilience ario`");
        }
        out.flush();
        return 0;
    }

    private record Named(String kind, String id) {}

    private Named named(String text, List<String> kinds) {
        int colon = text.indexOf(':');
        if (colon < 1 || !kinds.contains(text.substring(0, colon))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "`" + text + "` cannot be removed here; write one of "
                            + String.join(
                                    ", ",
                                    kinds.stream().map(kind -> kind + ":…").toList()));
        }
        return new Named(text.substring(0, colon), text.substring(colon + 1));
    }

    private Removal removal(FactBook book) throws CommandFailed {
        Graph known = book.graph();
        var countries = new ArrayList<String>();
        var firms = new ArrayList<String>();
        var nodes = new ArrayList<String>();
        for (String text : removed) {
            Named named = named(text, List.of("country", "firm", "node"));
            switch (named.kind()) {
                case "country" -> countries.add(country(known, named.id()));
                case "firm" -> firms.add(firm(known, named.id()));
                default ->
                    nodes.add(known.node(GraphOptions.node(known, named.id())).id());
            }
        }
        return new Removal(countries, firms, nodes);
    }

    private static String country(Graph known, String id) throws CommandFailed {
        String code = id.toUpperCase(Locale.ROOT);
        List<String> codes = known.holders().stream()
                .flatMap(holder -> holder.place().stream())
                .distinct()
                .toList();
        if (Regions.countries(code).stream().noneMatch(codes::contains) && !codes.contains(code)) {
            throw new CommandFailed("no share is held by the country `" + id + "`" + GraphOptions.meant(code, codes));
        }
        return code;
    }

    /** A firm by id, or by name in any case. */
    private static String firm(Graph known, String id) throws CommandFailed {
        Optional<Holder> found = known.holders().stream()
                .filter(holder -> holder.kind().isAboutFirms())
                .filter(holder -> holder.id().equals(id) || holder.name().equalsIgnoreCase(id))
                .findFirst();
        if (found.isPresent()) {
            return found.get().id();
        }
        List<String> names = known.holders().stream()
                .filter(holder -> holder.kind().isAboutFirms())
                .map(Holder::name)
                .toList();
        throw new CommandFailed("there is no firm `" + id + "`" + GraphOptions.meant(id, names));
    }

    private CableSegments.Lost lost(CableMap map) throws CommandFailed {
        var cables = new ArrayList<String>();
        var corridors = new ArrayList<String>();
        var landings = new ArrayList<String>();
        for (String text : removed) {
            Named named = named(text, List.of("cable", "corridor", "landing"));
            switch (named.kind()) {
                case "cable" ->
                    cables.add(known(
                            "cable",
                            named.id(),
                            map.cables().stream().map(CableMap.Cable::id).toList()));
                case "corridor" ->
                    corridors.add(known(
                            "corridor",
                            named.id(),
                            Corridor.KNOWN.stream().map(Corridor::id).toList()));
                default ->
                    landings.add(known(
                            "landing point",
                            named.id(),
                            map.landingPoints().stream()
                                    .map(CableMap.LandingPoint::id)
                                    .toList()));
            }
        }
        return new CableSegments.Lost(cables, corridors, landings);
    }

    private static String known(String what, String id, List<String> ids) throws CommandFailed {
        if (!ids.contains(id)) {
            throw new CommandFailed("there is no " + what + " `" + id + "`" + GraphOptions.meant(id, ids));
        }
        return id;
    }
}
