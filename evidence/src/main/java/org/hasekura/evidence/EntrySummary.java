package org.hasekura.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what the entries of a bundle say, and refuses those that a bundle of this scope cannot have. */
final class EntrySummary implements EntryWalk.Visitor {

    /** Names of fields that hold the hash of something kept apart. */
    static final List<String> BODY_FIELDS = List.of("bodyHash", "reasonHash", "statementHash");

    /** Most kinds, and versions of law data, that are told apart. */
    private static final int NAMES_MAX = 1000;

    private final BundleManifest manifest;
    private final RangeProof proof;
    private final BodyList bodies;
    private final Set<String> processes;
    private final NavigableMap<String, Long> kinds = new TreeMap<>();
    private final NavigableSet<String> lawData = new TreeSet<>();
    private long inPeriod;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    EntrySummary(BundleManifest manifest, RangeProof proof, BodyList bodies) {
        this.manifest = manifest;
        this.proof = proof;
        this.bodies = bodies;
        this.processes =
                manifest.scope() instanceof BundleScope.Exchange(List<String> named) ? Set.copyOf(named) : Set.of();
    }

    @Override
    public void entry(long index, byte[] bytes) throws BundleRefusedException, IOException {
        Json.Fields fields;
        String kind;
        Instant at;
        try {
            fields = fields(bytes);
            required(fields, "format");
            kind = required(fields, "kind");
            at = InstantText.read(required(fields, "at"));
            required(fields, "node");
        } catch (MalformedException e) {
            throw new BundleRefusedException(BundleFault.ENTRY_MALFORMED, Optional.of(index), e.reason());
        }
        requireScope(index, fields, at);
        if (kinds.containsKey(kind) || kinds.size() < NAMES_MAX) {
            kinds.merge(kind, 1L, Long::sum);
        }
        if (lawData.size() < NAMES_MAX) {
            fields.text("lawDataVersion").ifPresent(lawData::add);
        }
        first = first.filter(each -> !at.isBefore(each)).or(() -> Optional.of(at));
        last = last.filter(each -> !at.isAfter(each)).or(() -> Optional.of(at));
        for (String name : BODY_FIELDS) {
            Optional<String> hash = fields.text(name);
            if (hash.isPresent()) {
                bodies.next(index, hash.get());
            }
        }
    }

    private static Json.Fields fields(byte[] bytes) throws MalformedException {
        if (CanonicalJson.readStrictly(bytes, EntryBundle.ENTRY_BYTES_MAX) instanceof Json.Fields fields) {
            return fields;
        }
        throw new MalformedException("an entry is a JSON object");
    }

    private static String required(Json.Fields fields, String name) throws MalformedException {
        return fields.text(name).orElseThrow(() -> new MalformedException("the entry has no `" + name + "`"));
    }

    private void requireScope(long index, Json.Fields fields, Instant at) throws BundleRefusedException {
        if (!fields.text("node").equals(Optional.of(manifest.node()))) {
            throw new BundleRefusedException(
                    BundleFault.SCOPE, Optional.of(index), "it is from another node than `" + manifest.node() + "`");
        }
        switch (manifest.scope()) {
            case BundleScope.Exchange _ -> {
                boolean isOfIt = fields.text("pid").filter(processes::contains).isPresent()
                        || fields.text("agreementId")
                                .filter(processes::contains)
                                .isPresent();
                if (!isOfIt) {
                    throw new BundleRefusedException(
                            BundleFault.SCOPE, Optional.of(index), "it names none of the bundle's processes");
                }
                inPeriod++;
            }
            case BundleScope.Period period -> requireEdges(index, period, at);
        }
    }

    /** Where the log goes on before or after what is shown, the entry at the edge must lie outside of the period. */
    private void requireEdges(long index, BundleScope.Period period, Instant at) throws BundleRefusedException {
        inPeriod += period.contains(at) ? 1 : 0;
        boolean isFirst = index > 0 && proof.parts().getFirst() instanceof RangeProof.Skip skip && skip.to() == index;
        boolean isLast = index + 1 < proof.size()
                && proof.parts().getLast() instanceof RangeProof.Skip skip
                && skip.from() == index + 1;
        if ((isFirst && !at.isBefore(period.from())) || (isLast && at.isBefore(period.until()))) {
            throw new BundleRefusedException(
                    BundleFault.INCOMPLETE,
                    Optional.of(index),
                    "the log goes on " + (isFirst ? "before" : "after") + " it, and it is of " + at
                            + ", within the period");
        }
    }

    BundleVerdict.Shown done() throws BundleRefusedException, IOException {
        return new BundleVerdict.Shown(kinds, inPeriod, first, last, lawData, bodies.done());
    }

    /** The hashes of things kept apart that an entry names, as far as it can be read. */
    static List<Hash> bodiesOf(byte[] entry) {
        return switch (Parsed.reading(() -> fields(entry))) {
            case Parsed.Malformed<Json.Fields> _ -> List.of();
            case Parsed.Valid<Json.Fields>(Json.Fields fields) ->
                BODY_FIELDS.stream()
                        .flatMap(name -> fields.text(name).stream())
                        .map(Hash::parseHex)
                        .filter(Parsed.Valid.class::isInstance)
                        .map(Parsed::orElseThrow)
                        .toList();
        };
    }
}
