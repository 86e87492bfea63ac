package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A trust policy (C2SP tlog-policy)")
class TrustPolicyTest {

    private static final Instant AT = Instant.parse("2026-11-21T22:00:00Z");
    private final List<Cosigner> witnesses = new ArrayList<>();
    private NoteSigner log;
    private String text;
    private Note note;

    @BeforeEach
    void keys() {
        log = NoteSigner.ed25519("log.example/a", TestKeys.pair(7));
        for (int i = 0; i < 4; i++) {
            witnesses.add(Cosigner.ed25519("witness.example/" + i, TestKeys.pair(2000 + i)));
        }
        note = log.note(new Checkpoint("log.example/a", TreeHead.EMPTY).body());
        text = """
                # two of the European ones and any Japanese one

                log <LOG> https://log.example/a
                witness eu1 <W0>
                witness eu2 <W1> https://w.example/
                \twitness  eu3\t<W2>
                witness 日本 <W3>
                group eu 2 eu1 eu2 eu3
                group jp any 日本
                group both all eu jp
                quorum both
                """.replace("<LOG>", log.key().vkey());
        for (int i = 0; i < 4; i++) {
            text = text.replace("<W" + i + ">", witnesses.get(i).key().vkey());
        }
    }

    private Note cosigned(int... by) {
        Note result = note;
        for (int i : by) {
            result = result.with(witnesses.get(i).cosign(note.text(), AT));
        }
        return result;
    }

    @Test
    @DisplayName("is met exactly by the sets of witnesses that its groups describe")
    void quorums() {
        TrustPolicy policy = TrustPolicy.parse(text).orElseThrow();
        for (int[] enough : new int[][] {{0, 1, 3}, {3, 2, 1}, {0, 2, 3}, {0, 1, 2, 3}}) {
            assertThat(policy.check(cosigned(enough))).isInstanceOf(PolicyCheck.Accepted.class);
        }
        for (int[] tooFew : new int[][] {{}, {0}, {0, 3}, {0, 0, 3}, {0, 1, 2}, {3}}) {
            assertThat(policy.check(cosigned(tooFew)))
                    .isInstanceOfSatisfying(
                            PolicyCheck.Refused.class,
                            refused -> assertThat(refused.part()).isEqualTo(ReceiptPart.COSIGNATURE));
        }
    }

    @Test
    @DisplayName("comes back from its own text, and from bytes that are not UTF-8")
    void roundTrip() {
        TrustPolicy policy = TrustPolicy.parse(text).orElseThrow();
        assertThat(TrustPolicy.parse(policy.text()).orElseThrow()).isEqualTo(policy);
        byte[] latin = text.replace("日本", "Zürich").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(TrustPolicy.parse(latin).orElseThrow().witnesses().getLast().name())
                .isEqualTo("Zürich");
        VerifierKey key = witnesses.getFirst().key();
        assertThat(TrustPolicy.of(log.key(), List.of(key)).check(cosigned(0))).isInstanceOf(PolicyCheck.Accepted.class);
        assertThat(TrustPolicy.of(log.key(), List.of(key)).check(cosigned(1))).isInstanceOf(PolicyCheck.Refused.class);
    }

    @Test
    @DisplayName(
            "refuses a checkpoint no trusted log signed, one of another origin, and any bad signature of a known key")
    void refusals() {
        TrustPolicy policy = TrustPolicy.of(log.key(), List.of());
        assertThat(policy.check(note)).isInstanceOf(PolicyCheck.Accepted.class);
        NoteSigner stranger = NoteSigner.ed25519("log.example/a", TestKeys.pair(8));
        assertThat(policy.check(stranger.note(note.text())))
                .isInstanceOfSatisfying(
                        PolicyCheck.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("no log of the policy signed")
                                .contains("log.example/a"));
        assertThat(policy.check(log.note(note.text().replace("example/a", "example/b"))))
                .isInstanceOfSatisfying(
                        PolicyCheck.Refused.class,
                        refused -> assertThat(refused.part()).isEqualTo(ReceiptPart.CHECKPOINT));
        Note otherTime = note.with(witnesses.getFirst().cosign(note.text() + "more\n", AT));
        assertThat(TrustPolicy.of(log.key(), List.of(witnesses.getFirst().key()))
                        .check(otherTime))
                .isInstanceOfSatisfying(
                        PolicyCheck.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("signature line 2: "));
    }

    @Test
    @DisplayName("is refused with the number of the line that is wrong")
    void badLines() {
        String logLine = "log " + log.key().vkey() + "\n";
        String witness = "witness a " + witnesses.getFirst().key().vkey() + "\n";
        assertRefused("", "newline");
        assertRefused(logLine, "no `quorum` line");
        assertRefused(logLine + "quorum none\nquorum none\n", "line 3");
        assertRefused(logLine + "quorum a\n" + witness, "line 2");
        assertRefused(logLine + logLine + "quorum none\n", "line 2");
        assertRefused(witness + witness.replace(" a ", " b ") + "quorum none\n", "line 2");
        assertRefused(witness + "group none any a\nquorum none\n", "line 2");
        assertRefused(witness + "group g any a\ngroup h any a\nquorum none\n", "line 3");
        assertRefused(witness + "group g 2 a\nquorum g\n", "line 2");
        assertRefused(witness + "group g 0 a\nquorum g\n", "line 2");
        assertRefused(witness + "group g all\nquorum g\n", "line 2");
        assertRefused(logLine.replace("log ", "witness x ") + "quorum none\n", "line 1");
        assertRefused(witness.replace("witness a", "log") + "quorum none\n", "line 1");
        assertRefused("# comment\nlogs x\nquorum none\n", "line 2");
        assertRefused("quorum none\r\n", "line 1");
        assertRefused("quorum none", "newline");
    }

    private static void assertRefused(String policy, String naming) {
        assertThat(TrustPolicy.parse(policy))
                .as(policy)
                .isInstanceOfSatisfying(
                        Parsed.Malformed.class, bad -> assertThat(bad.reason()).contains(naming));
    }
}
