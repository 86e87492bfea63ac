package org.hasekura.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The facts of one flow, in the codes of {@code vocabulary.json}. What is not stated is absent.
 *
 * @param exporter the acting party
 * @param importer the other party; the same entity for {@link Operation#HANDLING}
 * @param purposeCode {@code general}, {@code press}, …
 * @param factCodes single facts, such as {@code necessary} or {@code no-consent}
 * @param safeguards instruments in place, kept in a fixed order
 * @param onward for data that came from another regime: how
 */
public record Flow(
        Operation operation,
        Party exporter,
        Party importer,
        FlowData data,
        String purposeCode,
        Set<String> factCodes,
        List<Safeguard> safeguards,
        Optional<Onward> onward) {

    public Flow {
        factCodes = Codes.copyOf(factCodes);
        // Their order means nothing, so it is fixed here: two tools that both hold must always give the same ruling.
        safeguards = safeguards.size() < 2
                ? List.copyOf(safeguards)
                : safeguards.stream().sorted(Safeguard.ORDER).toList();
    }

    /** A transfer between two parties for the ordinary purpose {@code general}, without further facts. */
    public static Flow transfer(Party exporter, Party importer, FlowData data) {
        return new Flow(Operation.TRANSFER, exporter, importer, data, "general", Set.of(), List.of(), Optional.empty());
    }

    /** The same flow as another operation. */
    public Flow operation(Operation other) {
        return new Flow(other, exporter, importer, data, purposeCode, factCodes, safeguards, onward);
    }

    /** The same flow for another purpose. */
    public Flow purpose(String code) {
        return new Flow(operation, exporter, importer, data, code, factCodes, safeguards, onward);
    }

    /** The same flow with exactly these fact codes. */
    public Flow facts(String... codes) {
        return new Flow(operation, exporter, importer, data, purposeCode, Set.of(codes), safeguards, onward);
    }

    /** The same flow with one more safeguard. */
    public Flow and(Safeguard safeguard) {
        List<Safeguard> more = new ArrayList<>(safeguards);
        more.add(safeguard);
        return safeguards(more);
    }

    /** The same flow with exactly these safeguards. */
    public Flow safeguards(List<Safeguard> others) {
        return new Flow(operation, exporter, importer, data, purposeCode, factCodes, others, onward);
    }

    /** The same flow, of data that came by this first hop. */
    public Flow onward(Onward firstHop) {
        return new Flow(operation, exporter, importer, data, purposeCode, factCodes, safeguards, Optional.of(firstHop));
    }

    /** The same flow without what only describes it: sectors and categories, which no rule asks. */
    Flow withoutDescription() {
        boolean describes = !data.categories().isEmpty()
                || !exporter.sector().equals(Party.UNSTATED)
                || !importer.sector().equals(Party.UNSTATED);
        return !describes
                ? this
                : new Flow(
                        operation,
                        exporter.withoutSector(),
                        importer.withoutSector(),
                        data.withoutCategories(),
                        purposeCode,
                        factCodes,
                        safeguards,
                        onward);
    }

    Flow importer(Party other) {
        return new Flow(operation, exporter, other, data, purposeCode, factCodes, safeguards, onward);
    }

    /** The same flow with these facts beside those that are stated. */
    Flow moreFacts(Set<String> codes) {
        if (codes.isEmpty()) {
            return this;
        }
        Set<String> more = new HashSet<>(factCodes);
        more.addAll(codes);
        return new Flow(operation, exporter, importer, data, purposeCode, more, safeguards, onward);
    }

    boolean has(String factCode) {
        return factCodes.contains(factCode);
    }

    boolean purposeIs(String code) {
        return purposeCode.equals(code);
    }

    /** Whether a safeguard of that type is in force and is as asked. */
    boolean holds(String type, Predicate<Safeguard> asked) {
        for (Safeguard safeguard : inForce()) {
            if (safeguard.type().equals(type) && asked.test(safeguard)) {
                return true;
            }
        }
        return false;
    }

    /** The first safeguard of that type that is in force; none while the facts say {@code safeguard-not-in-force}. */
    Optional<Safeguard> safeguard(String type) {
        for (Safeguard safeguard : inForce()) {
            if (safeguard.type().equals(type)) {
                return Optional.of(safeguard);
            }
        }
        return Optional.empty();
    }

    boolean holds(String safeguardType) {
        return safeguard(safeguardType).isPresent();
    }

    List<Safeguard> inForce() {
        return has("safeguard-not-in-force") ? List.of() : safeguards;
    }
}
