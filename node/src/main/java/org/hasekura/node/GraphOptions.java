package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.law.NearestWord;
import org.hasekura.resilience.ChainBreaks;
import org.hasekura.resilience.ChipFacts;
import org.hasekura.resilience.Combination;
import org.hasekura.resilience.DataSet;
import org.hasekura.resilience.FactBook;
import org.hasekura.resilience.Graph;
import org.hasekura.resilience.Regions;
import org.hasekura.resilience.Subtypes;
import org.hasekura.resilience.TableException;
import picocli.CommandLine.Option;

/** Which graph a command looks at, and how. */
final class GraphOptions {

    private enum Reading {
        any,
        all,
        none;

        Subtypes subtypes() {
            return switch (this) {
                case any -> Subtypes.ANY;
                case all -> Subtypes.ALL;
                case none -> Subtypes.NONE;
            };
        }
    }

    private enum Combine {
        scarcest,
        product,
        mean;

        Combination combination() {
            return switch (this) {
                case scarcest -> Combination.SCARCEST;
                case product -> Combination.PRODUCT;
                case mean -> Combination.MEAN;
            };
        }
    }

    @Option(
            names = "--graph",
            paramLabel = "DIR",
            required = true,
            description = "a folder in our own form, of the ETO chip data set, of cables or of an input-output table; "
                    + "`chips` for the facts that come with this software")
    private String graph = "";

    @Option(names = "--without-memory", description = "leaves out figures from a compiler's memory")
    private boolean withoutMemory;

    @Option(names = "--without-memory-edges", description = "leaves out edges from a compiler's memory as well")
    private boolean withoutMemoryEdges;

    @Option(names = "--since", paramLabel = "YEAR", description = "leaves out older figures and those without a year")
    private Optional<Integer> since = Optional.empty();

    @Option(names = "--with-planned", description = "counts cables that are only planned")
    private boolean withPlanned;

    @Option(
            names = "--subtypes",
            paramLabel = "any|all|none",
            description = "what the loss of a sub-type does: any one is enough (default), all are needed, or left out")
    private Reading reading = Reading.any;

    @Option(
            names = "--combine",
            paramLabel = "scarcest|product|mean",
            description = "how shortfalls of inputs combine; otherwise the scarcest sets the pace")
    private Combine combine = Combine.scarcest;

    @Option(names = "--json", description = "shows the answer as JSON")
    private boolean json;

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    boolean json() {
        return json;
    }

    Language language() {
        return language;
    }

    boolean isPlannedCounted() {
        return withPlanned;
    }

    ChainBreaks.Settings settings(double theta, int cutSize) {
        return new ChainBreaks.Settings(reading.subtypes(), combine.combination(), theta, cutSize);
    }

    /** Reads it; says on stderr what is read when that takes longer. */
    DataSet read() throws CommandFailed {
        DataSet data;
        if (graph.equals("chips")) {
            data = new DataSet.Facts("tables", ChipFacts.load());
        } else {
            try (Progress _ = Progress.of("reading " + graph)) {
                data = DataSet.read(FolderTables.of(Path.of(graph)));
            } catch (TableException e) {
                throw new CommandFailed(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new CommandFailed("`" + graph + "` cannot be read: " + e);
            }
        }
        return data instanceof DataSet.Facts(String form, FactBook book) ? new DataSet.Facts(form, chosen(book)) : data;
    }

    private FactBook chosen(FactBook book) {
        FactBook chosen = withoutMemory || withoutMemoryEdges ? book.withoutMemory() : book;
        chosen = withoutMemoryEdges ? chosen.withoutMemoryEdges() : chosen;
        return since.isPresent() ? chosen.since(since.get()) : chosen;
    }

    /** The number of a node, by id; the answer to an unknown one names the nearest. */
    static int node(Graph graph, String id) throws CommandFailed {
        Optional<Integer> found = graph.nodeNumber(id);
        if (found.isPresent()) {
            return found.get();
        }
        var ids = new ArrayList<String>();
        graph.nodes().forEach(node -> ids.add(node.id()));
        throw new CommandFailed("there is no node `" + id + "`" + meant(id, ids));
    }

    /** What was probably meant, as the end of a sentence. */
    static String meant(String word, List<String> known) {
        return NearestWord.to(word, known)
                .map(nearest -> "; did you mean `" + nearest + "`?")
                .orElse("");
    }

    /** Names of countries on cable maps; `EU27` stands for its members. */
    static List<String> countryNames(List<String> names) {
        return names.stream()
                .flatMap(name ->
                        name.equals("EU27") || name.equals("EU") ? Regions.EU27_NAMES.stream() : Stream.of(name))
                .toList();
    }
}
