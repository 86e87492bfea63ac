package org.hasekura.partnership;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hasekura.tests.fuzz.Target;

/** Registers, events of another secretariat, statements and what a person decided about them. */
public final class PartnershipTargets {

    private static final String CHANGES = """
            [{"change":"self-assessment","what":{"commitment":"jeupa-1","side":"eu","completion":"limited","finding":"so far"}}]""";
    private static final String PROPOSALS = """
            {"instrument":"third-council","made":"2026-05","source":{"id":"s","title":"t","publisher":"p","date":"2026-05-01",
            "url":"https://a.example/","read":"whole"},"proposals":[{"decision":"leave","by":"A","reason":"r","place":"1.1",
            "sentence":"We will.","area":"data","point":"business","kind":"action","ownersEu":[],"ownersJapan":[],
            "isVerifiable":true,"links":[],"why":{"score":1,"words":[],"areaWords":[],"similar":[]}}]}""";

    private PartnershipTargets() {}

    public static List<Target> all() {
        String ledger = new String(LedgerJson.write(Ledger.of(EventSet.of(firstEvents()))), StandardCharsets.UTF_8);
        return List.of(
                read("partnership/changes", List.of(CHANGES), ChangesJson::read),
                read("partnership/proposals", List.of(PROPOSALS), ProposalsJson::read),
                read("partnership/drafts", List.of(PROPOSALS), ProposalsJson::draft),
                read("partnership/registers", List.of(part(ShippedRegister.bytes())), CompilationJson::read),
                read("partnership/indicators", List.of("{\"indicators\":[]}"), IndicatorsJson::read),
                new Target(
                        "partnership/ledgers",
                        Target.bytes(List.of(ledger)),
                        Target.again(taken(LedgerJson::read), LedgerJson::write)),
                // An event's id is its hash, which no change of bytes would meet: the events are fuzzed without it,
                // too.
                read("partnership/events", events(), PartnershipTargets::event),
                Target.text(
                        "partnership/statements",
                        List.of("1. We will do a.\n2. We did b. No. 3\n\n(a) 日本とEUは、協力する。", "a\n- b\n- c"),
                        Statement::of));
    }

    private static List<Event> firstEvents() {
        return ShippedRegister.load().events().subList(0, 3);
    }

    private static List<String> events() {
        return firstEvents().stream()
                .map(each -> ObjectJson.MAPPER.writeValueAsString(EventJson.write(each)))
                .toList();
    }

    private static Read<Event> event(byte[] json) {
        return ObjectJson.reading(() -> EventJson.read(ObjectJson.parse(json)));
    }

    /** The beginning: Jazzer is slow with large inputs. */
    private static String part(byte[] json) {
        return new String(json, 0, Math.min(json.length, 4_000), StandardCharsets.UTF_8);
    }

    private static <T> Function<byte[], Optional<T>> taken(Function<byte[], Read<T>> read) {
        return input -> read.apply(input) instanceof Read.Done<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    private static <T> Target read(String name, List<String> seeds, Function<byte[], Read<T>> read) {
        return Target.read(name, Target.bytes(seeds), read);
    }
}
