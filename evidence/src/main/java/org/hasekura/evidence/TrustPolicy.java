package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which logs are trusted and which witnesses must have cosigned (C2SP tlog-policy): the file a regulator configures.
 *
 * @param logs any of them may have signed
 * @param witnesses by their names in this policy
 * @param groups in the order they are defined, each of members defined before
 * @param quorum the witness or group that must have cosigned; empty for {@code quorum none}
 */
public record TrustPolicy(List<Log> logs, List<NamedWitness> witnesses, List<Group> groups, Optional<String> quorum) {

    /** Largest policy that is read, in characters. */
    public static final int CHARS_MAX = 1 << 18;

    /** A log: its key, whose name is its origin, and where it is served. */
    public record Log(VerifierKey key, Optional<String> url) {}

    /** A witness: its name in the policy, its key, and where it takes checkpoints. */
    public record NamedWitness(String name, VerifierKey key, Optional<String> url) {}

    /** Members of which at least {@code threshold} must have cosigned. */
    public record Group(String name, int threshold, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
    }

    /** The policy that trusts one log and asks for no cosignature. */
    public static TrustPolicy of(VerifierKey log) {
        return new TrustPolicy(List.of(new Log(log, Optional.empty())), List.of(), List.of(), Optional.empty());
    }

    /** The policy that trusts one log and wants the cosignatures of all these witnesses, each named as its key. */
    public static TrustPolicy of(VerifierKey log, List<VerifierKey> witnesses) {
        if (witnesses.isEmpty()) {
            return of(log);
        }
        List<NamedWitness> named = witnesses.stream()
                .map(key -> new NamedWitness(key.name(), key, Optional.empty()))
                .toList();
        List<String> names = witnesses.stream().map(VerifierKey::name).toList();
        return new TrustPolicy(
                List.of(new Log(log, Optional.empty())),
                named,
                List.of(new Group("all-witnesses", names.size(), names)),
                Optional.of("all-witnesses"));
    }

    /** Reads a policy; a refusal names the line. */
    public static Parsed<TrustPolicy> parse(byte[] bytes) {
        return Parsed.reading(() -> PolicyReader.read(PolicyReader.text(bytes)));
    }

    /** Reads a policy; a refusal names the line. */
    public static Parsed<TrustPolicy> parse(String text) {
        return Parsed.reading(() -> PolicyReader.read(text));
    }

    /** All keys the policy names. */
    public List<VerifierKey> keys() {
        return Stream.concat(logs.stream().map(Log::key), witnesses.stream().map(NamedWitness::key))
                .toList();
    }

    /** The log among those trusted that has this key. */
    boolean trustsLog(VerifierKey key) {
        return logs.stream().anyMatch(log -> log.key().equals(key));
    }

    /** Whether a checkpoint is signed by a trusted log and cosigned as the quorum wants. */
    public PolicyCheck check(Note note) {
        if (!(note.verify(keys()) instanceof NoteCheck.Signed(List<VerifiedSignature> signatures))) {
            return refusal(note);
        }
        return switch (Checkpoint.parse(note.text())) {
            case Parsed.Malformed<Checkpoint>(String reason) -> new PolicyCheck.Refused(ReceiptPart.CHECKPOINT, reason);
            case Parsed.Valid<Checkpoint>(Checkpoint checkpoint) -> check(checkpoint, signatures);
        };
    }

    /** The same for a checkpoint of which all signatures by this policy's keys were verified before. */
    PolicyCheck check(Checkpoint checkpoint, List<VerifiedSignature> signatures) {
        Optional<VerifierKey> log = signatures.stream()
                .map(VerifiedSignature::key)
                .filter(this::trustsLog)
                .findFirst();
        return log.isEmpty() ? noLog() : check(checkpoint, log.get(), signatures);
    }

    private PolicyCheck refusal(Note note) {
        // Which line is to blame: the first bad signature of a known key, or else the lack of a trusted log's.
        for (VerifierKey key : keys()) {
            for (NoteSignature line : note.signatures()) {
                if (line.isOf(key) && key.check(note.text(), line) instanceof KeyCheck.Bad(String reason)) {
                    ReceiptPart part = trustsLog(key) ? ReceiptPart.LOG_SIGNATURE : ReceiptPart.COSIGNATURE;
                    return new PolicyCheck.Refused(
                            part, "signature line " + (note.signatures().indexOf(line) + 1) + ": " + reason);
                }
            }
        }
        return noLog();
    }

    private PolicyCheck noLog() {
        String known = logs.stream().map(log -> "`" + log.key().name() + "`").collect(Collectors.joining(", "));
        return new PolicyCheck.Refused(
                ReceiptPart.LOG_SIGNATURE, "no log of the policy signed the checkpoint; the policy trusts " + known);
    }

    private PolicyCheck check(Checkpoint checkpoint, VerifierKey log, List<VerifiedSignature> signatures) {
        if (!checkpoint.origin().equals(log.name())) {
            return new PolicyCheck.Refused(
                    ReceiptPart.CHECKPOINT,
                    "its origin is `" + checkpoint.origin() + "`, but the key that signed it is of `" + log.name()
                            + "`");
        }
        Set<String> reached =
                reached(signatures.stream().map(VerifiedSignature::key).collect(Collectors.toSet()));
        if (quorum.isPresent() && !reached.contains(quorum.get())) {
            return new PolicyCheck.Refused(
                    ReceiptPart.COSIGNATURE,
                    "the quorum `" + quorum.get() + "` is not reached; cosigned by "
                            + (reached.isEmpty() ? "nobody it names" : reached));
        }
        return new PolicyCheck.Accepted(checkpoint, log, signatures);
    }

    /** The same keys, with no cosignature asked for. */
    TrustPolicy withoutQuorum() {
        return new TrustPolicy(logs, witnesses, groups, Optional.empty());
    }

    /** Whether these cosigners are enough for the quorum. */
    public boolean isReachedBy(Collection<VerifierKey> cosigners) {
        return quorum.isEmpty() || reached(cosigners).contains(quorum.get());
    }

    /** The witnesses and groups that these cosigners make complete. */
    private Set<String> reached(Collection<VerifierKey> cosigners) {
        Set<String> reached = new HashSet<>();
        for (NamedWitness witness : witnesses) {
            if (cosigners.contains(witness.key())) {
                reached.add(witness.name());
            }
        }
        for (Group group : groups) {
            if (group.members().stream().filter(reached::contains).count() >= group.threshold()) {
                reached.add(group.name());
            }
        }
        return reached;
    }

    /** The policy as a file, without comments. */
    public String text() {
        List<String> lines = new ArrayList<>();
        logs.forEach(log -> lines.add("log " + log.key().vkey() + url(log.url())));
        witnesses.forEach(w -> lines.add("witness " + w.name() + " " + w.key().vkey() + url(w.url())));
        groups.forEach(g -> lines.add("group " + g.name() + " " + g.threshold() + " " + String.join(" ", g.members())));
        lines.add("quorum " + quorum.orElse("none"));
        return String.join("\n", lines) + "\n";
    }

    private static String url(Optional<String> url) {
        return url.map(u -> " " + u).orElse("");
    }
}
