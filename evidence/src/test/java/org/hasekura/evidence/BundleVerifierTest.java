package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.evidence.testing.SampleBundles;
import org.hasekura.evidence.testing.SampleLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A bundle")
class BundleVerifierTest {

    private static final List<SampleBundles.Case> CASES = all();

    private static List<SampleBundles.Case> all() {
        try {
            return SampleBundles.all();
        } catch (IOException e) {
            throw new IllegalStateException("memory can be read", e);
        }
    }

    static Stream<SampleBundles.Case> cases() {
        return CASES.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("is proved, or refused with the fault named:")
    void verdicts(SampleBundles.Case sample) throws IOException {
        BundleVerdict verdict = BundleVerifier.verify(ByteSource.of(sample.bundle()), given(sample));
        switch (verdict) {
            case BundleVerdict.Proven proven ->
                assertThat(sample.fault()).as(proven.toString()).isEmpty();
            case BundleVerdict.NotProven not -> {
                assertThat(Optional.of(not.fault())).as(not.detail()).isEqualTo(sample.fault());
                assertThat(not.detail()).isNotBlank();
                if (sample.index().isPresent()) {
                    assertThat(not.index()).isEqualTo(sample.index());
                }
                assertThat(String.join(" ", BundleText.of(verdict, Locale.ENGLISH)))
                        .startsWith("Not proven: ")
                        .contains(not.fault().english());
                assertThat(String.join(" ", BundleText.of(verdict, Locale.JAPANESE)))
                        .startsWith("証明されません。")
                        .contains(not.fault().japanese());
            }
        }
    }

    @Test
    @DisplayName("table has each of the twelve manipulations of an operator, among what is shown and under it")
    void matrix() throws IOException {
        Set<String> names = cases().map(SampleBundles.Case::name).collect(Collectors.toSet());
        for (String column : List.of("inclusion", "consistency")) {
            for (String manipulation : List.of(
                    "alter",
                    "delete",
                    "insert",
                    "reorder",
                    "truncate and sign again",
                    "fork for one reader",
                    "wrong origin",
                    "other key",
                    "replayed old checkpoint",
                    "missing witness",
                    "forged cosignature",
                    "proof for other index")) {
                assertThat(names).contains(column + ": " + manipulation);
            }
        }
    }

    @Test
    @DisplayName("of a period says what it holds, from where to where none is left out, and how it stands with bodies")
    void sentences() throws IOException {
        BundleVerdict verdict = verdict("a period with bodies");
        assertThat(BundleText.of(verdict, Locale.ENGLISH))
                .startsWith(
                        "Proven: the log `cars.example/log` of the node did:web:cars.example holds these 42 entries, in this"
                                + " order and at these places of its 300; none of them was changed.",
                        "40 of them are of the period from 2026-11-01T01:40:00Z until 2026-11-01T02:20:00Z, by the node's"
                                + " clock. From the entry before the period to the entry after it, no entry is left out.",
                        "What they are: DatasetWithdrawn 9, DecisionTaken 8, MessageReceived 9, RulingGiven 8, StateChanged 8."
                                + " Law data named: 2026-09.4.",
                        "Of the bodies that the entries name by hash only, 6 are included and are those the evidence names;"
                                + " 5 are erased, on the ground: a data subject asked for it; 6 are not there.",
                        "Signed by the log `cars.example/log`, whose key stands in the DID document of did:web:cars.example.",
                        "Cosigned by the witness `regulator.example/w` at 2026-11-01T05:00:00Z.")
                .endsWith("The keys trusted are those of the policy you gave.");
        assertThat(String.join("", BundleText.of(verdict, Locale.JAPAN)))
                .contains("証明されました", "抜けている記録はありません", "消去済み(根拠:本人の請求)", "与えられたポリシー");
        assertThat(String.join(" ", BundleText.of(verdict("a period, keys assumed"), Locale.ENGLISH)))
                .contains("The keys were assumed from the bundle itself");
        assertThat(String.join(" ", BundleText.of(verdict("all there is"), Locale.ENGLISH)))
                .contains("From the beginning of the log to the end that the log had when this was signed");
        assertThat(String.join(" ", BundleText.of(verdict("an exchange"), Locale.ENGLISH)))
                .contains("a bundle of an exchange does not show");
        assertThat(String.join(" ", BundleText.of(verdict("a period, since a checkpoint"), Locale.ENGLISH)))
                .contains("The log continues the checkpoint you had, its earlier checkpoints of 80");
    }

    @Test
    @DisplayName("is the same bytes each time it is made of the same")
    void deterministic() throws IOException {
        List<SampleBundles.Case> once = SampleBundles.all();
        List<SampleBundles.Case> again = SampleBundles.all();
        for (int i = 0; i < once.size(); i++) {
            assertThat(Arrays.equals(again.get(i).bundle(), once.get(i).bundle()))
                    .as(once.get(i).name())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("with one bit changed anywhere is refused, or says the same as before")
    void everyByte() throws IOException {
        SampleBundles.Case sample = sample("an exchange");
        BundleVerdict right = BundleVerifier.verify(ByteSource.of(sample.bundle()), given(sample));
        for (int at = 0; at < sample.bundle().length; at += 127) {
            byte[] wrong = sample.bundle().clone();
            wrong[at] ^= (byte) (1 << at % 8);
            BundleVerdict verdict = BundleVerifier.verify(ByteSource.of(wrong), given(sample));
            if (verdict instanceof BundleVerdict.Proven) {
                assertThat(verdict).as("byte %d", at).isEqualTo(right);
            }
        }
    }

    @Test
    @DisplayName("gives its checkpoint to the reader of a later one, and so does the checkpoint itself")
    void checkpointOf() throws IOException {
        SampleLog log = new SampleLog(SampleLog.entries(300));
        byte[] note = log.note(300).note().getBytes(StandardCharsets.UTF_8);
        assertThat(BundleVerifier.checkpointOf(ByteSource.of(sample("a period").bundle())))
                .contains(note);
        assertThat(BundleVerifier.checkpointOf(ByteSource.of(note))).contains(note);
        assertThat(BundleVerifier.checkpointOf(ByteSource.of(new byte[100]))).isEmpty();
    }

    private static SampleBundles.Case sample(String name) throws IOException {
        return cases().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static BundleVerdict verdict(String name) throws IOException {
        SampleBundles.Case sample = sample(name);
        return BundleVerifier.verify(ByteSource.of(sample.bundle()), given(sample));
    }

    static BundleVerifier.Given given(SampleBundles.Case sample) {
        return new BundleVerifier.Given(
                sample.policy().map(text -> TrustPolicy.parse(text).orElseThrow()),
                sample.known().map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }
}
