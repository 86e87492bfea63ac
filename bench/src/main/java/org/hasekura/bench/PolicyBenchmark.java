package org.hasekura.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hasekura.policy.Decision;
import org.hasekura.policy.Known;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Operand;
import org.hasekura.policy.Policy;
import org.hasekura.policy.Reading;
import org.hasekura.policy.Situation;
import org.hasekura.policy.Terms;
import org.hasekura.policy.Uses;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What terms cost: eight constraints of every kind, four of them joined, and a prohibition; the answer is yes. */
@State(Scope.Thread)
public class PolicyBenchmark {

    private static final String TERMS = """
            {"permission": [{"action": "use", "constraint": [
               {"leftOperand": "purpose", "operator": "isA", "rightOperand": "urn:hasekura:purpose:general"},
               {"leftOperand": "spatial", "operator": "isPartOf", "rightOperand": ["EEA", "JP"]},
               {"leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2030-12-31"},
               {"leftOperand": "elapsedTime", "operator": "lteq", "rightOperand": "P1Y"},
               {"or": [{"leftOperand": "count", "operator": "lteq", "rightOperand": "1"},
                       {"leftOperand": "credential", "operator": "isAnyOf", "rightOperand": ["ISO27001", "TISAX"]}]},
               {"and": [{"leftOperand": "industry", "operator": "isNoneOf", "rightOperand": ["advertising"]},
                        {"leftOperand": "ruling", "operator": "eq", "rightOperand": "lawful-transfer"}]}]}],
             "prohibition": [{"action": "use", "constraint": [
               {"leftOperand": "country", "operator": "eq", "rightOperand": "GB"}]}]}""";

    private final Terms terms = terms();
    private final Policy policy = Policy.of(terms);
    private final Situation situation = Situation.use(
                    "urn:hasekura:purpose:general:customer-service", "DE", Instant.parse("2026-11-22T06:00:00Z"))
            .with(Operand.SECTOR, Known.exactly("manufacturing:batteries"))
            .with(Operand.CREDENTIAL, Known.atLeast(Set.of("ISO27001")))
            .with(Operand.RULING, Known.exactly("permitted"))
            .with(new Uses(3, Optional.of(Instant.parse("2026-11-01T00:00:00Z"))));

    private static Terms terms() {
        return switch (OdrlJson.terms(TERMS.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Read<Terms>(Terms read) -> read;
            case Reading.Refused<Terms> refused -> throw new IllegalStateException(refused.sentence());
        };
    }

    /** From records to what is asked. */
    @Benchmark
    public Policy compile(CpuCounter cpu) {
        cpu.operations++;
        return Policy.of(terms);
    }

    /** One decision with all of its reasons in both languages. */
    @Benchmark
    public Decision decide(CpuCounter cpu) {
        cpu.operations++;
        return policy.decide(situation);
    }
}
