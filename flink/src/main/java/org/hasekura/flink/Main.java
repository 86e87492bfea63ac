package org.hasekura.flink;

import java.util.Arrays;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What a cluster starts: {@code flink run hasekura-flink.jar esri|ensemble …}. */
public final class Main {

    private static final int ATTEMPTS = 20;

    private Main() {}

    /**
     * Builds the job and hands it to the cluster.
     *
     * @param args which job, and its options; docs/resilience.md has them
     * @throws JobRefused if an option is missing, unknown or no value for it
     * @throws Exception if the cluster does not take the job, or it fails
     */
    public static void main(String[] args) throws Exception {
        String job = args.length == 0 ? "" : args[0];
        JobOptions options = JobOptions.of(Arrays.asList(args).subList(Math.min(1, args.length), args.length));
        StreamExecutionEnvironment cluster = cluster();
        switch (job) {
            case "esri" -> EsriJob.of(options).plan(cluster);
            case "ensemble" -> EnsembleJob.of(options).plan(cluster);
            default -> throw new JobRefused("there is no job `" + job + "`; there are esri and ensemble");
        }
        cluster.execute("hasekura " + job);
    }

    /** Flink gives up at the first lost worker, unless it is told how often to try again. */
    private static StreamExecutionEnvironment cluster() {
        var settings = new Configuration();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, ATTEMPTS);
        StreamExecutionEnvironment cluster = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        cluster.setRuntimeMode(RuntimeExecutionMode.BATCH);
        return cluster;
    }
}
