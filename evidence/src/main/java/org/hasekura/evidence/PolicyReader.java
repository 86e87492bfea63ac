package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of a C2SP tlog-policy file. */
final class PolicyReader {

    private static final int DEFINITIONS_MAX = 256;
    private static final String NONE = "none";

    private final List<TrustPolicy.Log> logs = new ArrayList<>();
    private final List<TrustPolicy.NamedWitness> witnesses = new ArrayList<>();
    private final List<TrustPolicy.Group> groups = new ArrayList<>();
    private final Set<String> defined = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private boolean hasQuorum;
    private Optional<String> quorum = Optional.empty();

    private PolicyReader() {}

    /** Names are opaque octets. Where the file is not UTF-8 its octets are kept apart as Latin-1, which says the same. */
    static String text(byte[] bytes) {
        return switch (Parsed.reading(() -> Texts.utf8(bytes))) {
            case Parsed.Valid<String>(String text) -> text;
            case Parsed.Malformed<String> _ -> new String(bytes, StandardCharsets.ISO_8859_1);
        };
    }

    static TrustPolicy read(String text) throws MalformedException {
        if (text.length() > TrustPolicy.CHARS_MAX) {
            throw new MalformedException("the policy is longer than " + TrustPolicy.CHARS_MAX + " characters");
        }
        PolicyReader reader = new PolicyReader();
        int number = 0;
        for (String line : Texts.lines(text)) {
            number++;
            try {
                reader.line(line);
            } catch (MalformedException e) {
                throw new MalformedException("line " + number + " of the policy: " + e.reason());
            }
        }
        if (!reader.hasQuorum) {
            throw new MalformedException(
                    "the policy has no `quorum` line; write `quorum none` if no cosignature is needed");
        }
        return new TrustPolicy(reader.logs, reader.witnesses, reader.groups, reader.quorum);
    }

    private void line(String line) throws MalformedException {
        if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new MalformedException("a control character other than tab");
        }
        String trimmed = line.replace('\t', ' ').strip();
        String[] words = trimmed.split(" +");
        if (trimmed.isEmpty() || trimmed.startsWith("#")) {
            return;
        }
        switch (words[0]) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default ->
                throw new MalformedException(
                        "`" + Texts.shown(words[0]) + "` is none of `log`, `witness`, `group`, `quorum`");
        }
        if (logs.size() + witnesses.size() + groups.size() > DEFINITIONS_MAX) {
            throw new MalformedException("more than " + DEFINITIONS_MAX + " logs, witnesses and groups");
        }
    }

    private void log(String[] words) throws MalformedException {
        require(words.length == 2 || words.length == 3, "a log is written `log <vkey> [<url>]`");
        VerifierKey key = VerifierKey.read(words[1]);
        require(
                !key.type().isCosignature() || key.type() == SignatureType.COSIGNATURE_ML_DSA_44,
                "a log does not sign with the type " + key.type());
        require(logs.stream().noneMatch(log -> sameKey(log.key(), key)), "the key of this log stands above already");
        logs.add(new TrustPolicy.Log(key, word(words, 2)));
    }

    private void witness(String[] words) throws MalformedException {
        require(words.length == 3 || words.length == 4, "a witness is written `witness <name> <vkey> [<url>]`");
        VerifierKey key = VerifierKey.read(words[2]);
        require(key.type().isCosignature(), "a witness does not sign with the type " + key.type());
        require(
                witnesses.stream().noneMatch(witness -> sameKey(witness.key(), key)),
                "the key of this witness stands above already");
        define(words[1]);
        witnesses.add(new TrustPolicy.NamedWitness(words[1], key, word(words, 3)));
    }

    private void group(String[] words) throws MalformedException {
        require(words.length >= 4, "a group is written `group <name> all|any|<k> <member>...`");
        List<String> group = List.of(words).subList(3, words.length);
        for (String member : group) {
            require(defined.contains(member), "`" + Texts.shown(member) + "` is not defined above");
            require(members.add(member), "`" + Texts.shown(member) + "` is a member already");
        }
        long threshold = switch (words[2]) {
            case "all" -> group.size();
            case "any" -> 1;
            default -> Texts.decimal(words[2]);
        };
        require(
                threshold >= 1 && threshold <= group.size(),
                "`" + Texts.shown(words[2]) + "` of " + group.size() + " members cannot be");
        define(words[1]);
        groups.add(new TrustPolicy.Group(words[1], (int) threshold, group));
    }

    private void quorum(String[] words) throws MalformedException {
        require(words.length == 2, "the quorum is written `quorum <name>` or `quorum none`");
        require(!hasQuorum, "a second quorum");
        require(
                words[1].equals(NONE) || defined.contains(words[1]),
                "`" + Texts.shown(words[1]) + "` is not defined above");
        hasQuorum = true;
        quorum = words[1].equals(NONE) ? Optional.empty() : Optional.of(words[1]);
    }

    private void define(String name) throws MalformedException {
        require(!name.equals(NONE), "`none` cannot be defined");
        require(defined.add(name), "`" + Texts.shown(name) + "` is defined above already");
    }

    private static boolean sameKey(VerifierKey one, VerifierKey other) {
        return Arrays.equals(one.key(), other.key());
    }

    private static Optional<String> word(String[] words, int at) {
        return at < words.length ? Optional.of(words[at]) : Optional.empty();
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
