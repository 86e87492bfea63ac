package org.hasekura.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hasekura.law.CaseFile;
import org.hasekura.law.CaseFileJson;
import org.hasekura.law.Law;
import org.hasekura.law.LawDataException;
import org.hasekura.law.Ruling;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rulings on every case of the law's own case files in turn. */
@State(Scope.Thread)
public class LawBenchmark {

    private final List<CaseFile.Case> cases = new ArrayList<>();
    private final Law law = Law.load();
    private int next;

    /** Reads the cases. */
    @Setup
    public void read() throws IOException, LawDataException {
        Path folder = Path.of(System.getProperty("hasekura.home"), "law/src/test/resources/org/hasekura/law");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("cases-"))
                    .sorted()
                    .toList()) {
                cases.addAll(CaseFileJson.read(file.toString(), Files.readAllBytes(file))
                        .cases());
            }
        }
    }

    /** One ruling. */
    @Benchmark
    public Ruling ruling(CpuCounter cpu) {
        cpu.operations++;
        CaseFile.Case asked = cases.get(next);
        next = next + 1 == cases.size() ? 0 : next + 1;
        return law.rule(asked.flow(), asked.day());
    }
}
