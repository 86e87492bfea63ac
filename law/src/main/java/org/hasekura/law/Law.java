package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;

/** Whether a flow may take place on a day. Pure: the same flow, day and law data always get the same ruling. Not legal advice. */
public final class Law {
    private final String version;

    private Law(String version) {
        this.version = version;
    }

    /** The law of the packaged data files. */
    public static Law load() {
        return new Law("2026-09.0");
    }

    /** Version of the law data, apart from that of the software. */
    public String lawDataVersion() {
        return version;
    }

    /** Judges the flow for the day. */
    public Ruling rule(Flow flow, LocalDate day) {
        return rule(flow, day, Trace.off());
    }

    /** Judges the flow for the day and writes each question with its answer to the trace. */
    public Ruling rule(Flow flow, LocalDate day, Trace trace) {
        trace.step("all", "legal-orders", "none");
        return new Ruling.Undecided(
                List.of(),
                List.of(),
                List.of(new Question(
                        "law-not-covered:" + flow.exporter().country(),
                        "what does the law of the exporter's country ask? these law data do not hold it",
                        "輸出者の国の法令(本データには未収録)は何を求めているか")),
                new Ruling.Judgement(Confidence.CHECK, version, day));
    }
}
