package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hasekura.evidence.BundleVerifier;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.ReviewCheck;
import org.hasekura.verify.FileBytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura review}: packs for the joint review of an adequacy decision. */
@Command(
        name = "review",
        description = "Makes packs for the joint review of adequacy decisions, and merges those of several nodes.",
        mixinStandardHelpOptions = true)
final class ReviewCommand {

    private static final String PACK = "review.json";
    private static final String PROOFS = "proofs.zip";
    private static final int PACK_BYTES_MAX = 256 << 20;
    private static final int NODES_LEAST = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "make",
            description = "Has a running node write its pack and the bundle that proves it. To make it is to consent.",
            mixinStandardHelpOptions = true)
    int make(
            @Mixin NodeOptions node,
            @Option(names = "--first", paramLabel = "MONTH", required = true, description = "such as 2026-04")
                    String first,
            @Option(names = "--last", paramLabel = "MONTH", required = true, description = "such as 2026-06")
                    String last,
            @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "where both files go")
                    Path out)
            throws CommandFailed {
        String path = ApiPath.of("/api/reviews", first, "/" + ApiPath.encode(last));
        byte[] pack = node.client().get(path);
        write(out, PACK, pack);
        Path proofs = out.resolve(PROOFS);
        ReviewPack read = ReviewJson.read(pack, PACK);
        if (read.rows().isEmpty()) {
            return told("no flow of these months relied on a decision; the pack says so: " + out.resolve(PACK));
        }
        node.client().download(path + "/proofs", proofs);
        require(out, read);
        return told("written to " + out + ": " + read.rows().size() + " rows, each proved. Not for publication");
    }

    @Command(
            name = "merge",
            description =
                    "Checks the packs of several nodes and writes the report: JSON, CSV, and a page in English and"
                            + " Japanese. Small counts, and what would give them away, are withheld.",
            mixinStandardHelpOptions = true)
    int merge(
            @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "what `review make` wrote, of each node")
                    List<Path> folders,
            @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "where the report goes")
                    Path out,
            @Option(
                            names = "--least",
                            defaultValue = "5",
                            description = "the smallest count that is shown: ${DEFAULT-VALUE}")
                    long least)
            throws CommandFailed {
        if (least < 2) {
            throw new ParameterException(spec.commandLine(), "--least is at least 2: a count of 1 is somebody");
        }
        List<ReviewPack> packs = new ArrayList<>();
        List<ReviewReport.Source> sources = new ArrayList<>();
        for (Path folder : folders) {
            byte[] bytes = FileInput.bytes(folder.resolve(PACK), PACK_BYTES_MAX);
            ReviewPack pack = ReviewJson.read(bytes, folder.resolve(PACK).toString());
            requireFits(packs, pack, folder);
            String proofs = pack.rows().isEmpty() ? "" : require(folder, pack);
            packs.add(pack);
            sources.add(new ReviewReport.Source(Hash.sha256(bytes).hex(), proofs));
        }
        ReviewReport report = ReviewReport.of(packs, sources, least);
        write(out, "report.json", ReviewJson.report(report).getBytes(StandardCharsets.UTF_8));
        write(out, "report.csv", report.csv().getBytes(StandardCharsets.UTF_8));
        for (Language language : Language.values()) {
            write(
                    out,
                    "report." + language + ".html",
                    ReviewPage.of(report, language).getBytes(StandardCharsets.UTF_8));
        }
        if (packs.size() < NODES_LEAST) {
            told("of " + packs.size() + " nodes: each of them can subtract its own counts; do not publish this");
        }
        return told("written to " + out);
    }

    /** The same months, and each node once. */
    private static void requireFits(List<ReviewPack> packs, ReviewPack pack, Path folder) throws CommandFailed {
        for (ReviewPack other : packs) {
            if (!other.first().equals(pack.first()) || !other.last().equals(pack.last())) {
                throw new CommandFailed("`" + folder + "` is of " + pack.first() + " to " + pack.last()
                        + ", the others of " + other.first() + " to " + other.last());
            }
            if (other.node().equals(pack.node())) {
                throw new CommandFailed("`" + folder + "` is of `" + pack.node() + "`, as another one is");
            }
        }
    }

    /** Every row is proved, by the log of that node; answers the hash of the bundle. */
    private static String require(Path folder, ReviewPack pack) throws CommandFailed {
        Path proofs = folder.resolve(PROOFS);
        try (FileBytes bytes = FileBytes.open(proofs);
                Progress _ = Progress.of("checking " + proofs)) {
            ReviewCheck.Outcome outcome = ReviewCheck.check(pack.rows(), bytes, BundleVerifier.Given.NOTHING);
            return switch (outcome) {
                case ReviewCheck.Outcome.Proven(var bundle)
                when bundle.manifest().node().equals(pack.node()) ->
                    Hash.sha256(Files.readAllBytes(proofs)).hex();
                case ReviewCheck.Outcome.Proven(var bundle) ->
                    throw new CommandFailed("`" + proofs + "` is of `"
                            + bundle.manifest().node() + "`, the pack beside it of `" + pack.node() + "`");
                case ReviewCheck.Outcome.NotProven(String reason) ->
                    throw new CommandFailed("`" + folder + "` is not proved: " + reason);
            };
        } catch (IOException e) {
            throw new CommandFailed("`" + proofs + "` cannot be read: " + e.getMessage());
        }
    }

    private static void write(Path folder, String name, byte[] bytes) throws CommandFailed {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new CommandFailed("`" + folder.resolve(name) + "` cannot be written: " + e.getMessage());
        }
    }

    private int told(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words);
        out.flush();
        return 0;
    }
}
