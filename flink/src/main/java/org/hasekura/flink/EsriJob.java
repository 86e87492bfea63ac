package org.hasekura.flink;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.hasekura.resilience.Esri;
import org.hasekura.resilience.EsriScores;
import org.hasekura.resilience.EsriTable;
import org.hasekura.resilience.Names;
import org.hasekura.resilience.Workers;

/**
 * The systemic risk index of every firm ({@link Esri}) on a cluster: each piece is a run of firms, whose closures are
 * independent of each other; one last step puts the pieces in order and writes the table that the command writes.
 */
record EsriJob(EsriTables tables, String out, int pieces) {

    private static final Set<String> OPTIONS =
            Set.of("--edges", "--sectors", "--essentiality", "--sigma", "--eps", "--out", "--pieces");

    /** First firm, index, its two parts, sweeps: flat arrays, which Flink moves as they are. */
    private static final TypeInformation<Tuple5<Integer, double[], double[], double[], int[]>> SCORES =
            TypeInformation.of(new TypeHint<>() {});

    static EsriJob of(JobOptions options) throws JobRefused {
        options.only(OPTIONS);
        var tables = new EsriTables(
                options.table("--edges"),
                options.table("--sectors"),
                options.optional("--essentiality").isPresent() ? options.table("--essentiality") : "",
                replaceability(options.optional("--sigma").orElse("none")),
                options.number("--eps", Esri.PUBLISHED_EPS, Double.MIN_VALUE, 1));
        int pieces = (int) options.whole("--pieces", Pieces.USUAL, 1, Pieces.MAX);
        return new EsriJob(tables, options.file("--out"), pieces);
    }

    private static Esri.Replaceability replaceability(String sigma) throws JobRefused {
        try {
            return Esri.Replaceability.valueOf(sigma.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new JobRefused("`--sigma` is `" + sigma + "`; it can be none or market");
        }
    }

    void plan(StreamExecutionEnvironment cluster) {
        Pieces.numbers(cluster, pieces)
                .map(new Close(tables, pieces))
                .returns(SCORES)
                .name("close firms")
                .setParallelism(pieces)
                .map(scores -> scores)
                .returns(SCORES)
                .setParallelism(1)
                .fullWindowPartition()
                .mapPartition(new Write(tables, out))
                .returns(Types.INT)
                .setParallelism(1)
                .name("write scores")
                .sinkTo(new DiscardingSink<>())
                .setParallelism(1);
    }

    private record Close(EsriTables tables, int pieces)
            implements MapFunction<Long, Tuple5<Integer, double[], double[], double[], int[]>> {

        @Override
        public Tuple5<Integer, double[], double[], double[], int[]> map(Long piece) throws IOException {
            EsriTables.Read read = OncePerProcess.get(EsriTables.Read.class, tables);
            int firms = read.firms().size();
            int first = Pieces.begin(firms, piece, pieces);
            int[] mine = IntStream.range(first, Pieces.begin(firms, piece + 1, pieces))
                    .toArray();
            try (Workers alone = Workers.of(1)) {
                EsriScores scores = read.model().scores(mine, alone, Optional.empty());
                return Tuple5.of(first, scores.esri(), scores.down(), scores.up(), scores.sweeps());
            }
        }
    }

    /** Answers how many firms it wrote. */
    private record Write(EsriTables tables, String out)
            implements MapPartitionFunction<Tuple5<Integer, double[], double[], double[], int[]>, Integer> {

        @Override
        public void mapPartition(
                Iterable<Tuple5<Integer, double[], double[], double[], int[]>> pieces, Collector<Integer> answer)
                throws IOException {
            Names firms = tables.firms();
            int count = firms.size();
            var all = new EsriScores(
                    IntStream.range(0, count).toArray(),
                    new double[count],
                    new double[count],
                    new double[count],
                    new int[count],
                    tables.eps());
            for (Tuple5<Integer, double[], double[], double[], int[]> piece : pieces) {
                put(piece.f1, all.esri(), piece.f0);
                put(piece.f2, all.down(), piece.f0);
                put(piece.f3, all.up(), piece.f0);
                System.arraycopy(piece.f4, 0, all.sweeps(), piece.f0, piece.f4.length);
            }
            ClusterFiles.write(out, writer -> EsriTable.write(all, firms, writer));
            answer.collect(count);
        }

        private static void put(double[] piece, double[] all, int first) {
            System.arraycopy(piece, 0, all, first, piece.length);
        }
    }
}
