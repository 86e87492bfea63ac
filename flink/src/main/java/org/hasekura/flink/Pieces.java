package org.hasekura.flink;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Work cut into pieces that depend on their number alone. The numbers go round to as many subtasks as wanted, each a unit
 * that Flink runs again by itself when its worker is lost; subtasks wait for each other where there are fewer workers.
 */
final class Pieces {

    /** Enough for a handful of machines; more make less of what is lost with one, and cost a reading of the tables each. */
    static final int USUAL = 16;

    /** Flink's own limit of subtasks. */
    static final int MAX = 32_768;

    private Pieces() {}

    /** The numbers below {@code count}, to be worked on by a next step of parallelism {@code subtasks}. */
    static DataStream<Long> numbers(StreamExecutionEnvironment cluster, long count) {
        return cluster.fromSequence(0, count - 1)
                .setParallelism(1)
                .name("numbers")
                .rebalance();
    }

    /** Where piece {@code number} of {@code pieces} begins, of {@code all} there are. */
    static int begin(int all, long number, int pieces) {
        return (int) (all * number / pieces);
    }
}
