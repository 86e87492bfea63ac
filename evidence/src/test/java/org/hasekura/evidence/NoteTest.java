package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("Signed notes (C2SP signed-note, tlog-cosignature)")
class NoteTest {

    private static final String BODY = "log.example/a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    @Test
    @DisplayName("verify with the keys of the reference vectors, and with no byte of the text changed")
    void reference() {
        int valid = 0;
        for (JsonNode c : Vectors.block("signed_note").path("valid")) {
            List<VerifierKey> keys = new ArrayList<>();
            c.path("vkeys").forEach(key -> keys.add(key(key.asString())));
            if (c.has("vkey")) {
                keys.add(key(c.path("vkey").asString()));
            }
            String text = c.path("note").asString();
            Note note = Note.parse(text).orElseThrow();
            assertThat(note.note()).isEqualTo(text);
            assertThat(note.verify(keys))
                    .isInstanceOfSatisfying(
                            NoteCheck.Signed.class,
                            signed -> assertThat(signed.signatures()).hasSize(keys.size()));
            Note changed = Note.parse(text.replaceFirst("[aeiou]", "y")).orElseThrow();
            assertThat(changed.verify(keys)).isInstanceOf(NoteCheck.Refused.class);
            valid++;
        }
        assertThat(valid).isEqualTo(3);
    }

    @Test
    @DisplayName("refuse the reference's malformed keys, and a key with a key id that is not its own")
    void badKeys() {
        Vectors.block("signed_note")
                .path("invalid_vkeys")
                .forEach(key -> assertThat(VerifierKey.parse(key.asString())).isInstanceOf(Parsed.Malformed.class));
        for (JsonNode c : Vectors.block("vkeys")) {
            Parsed<VerifierKey> parsed = VerifierKey.parse(c.path("vkey").asString());
            if (c.path("strict_reject").asBoolean(false)) {
                assertThat(parsed).isInstanceOf(Parsed.Malformed.class);
            } else {
                VerifierKey key = parsed.orElseThrow();
                assertThat(key.type().identifier()).isEqualTo(c.path("type").asInt());
                assertThat(key.vkey()).isEqualTo(c.path("vkey").asString());
            }
        }
    }

    @Test
    @DisplayName("carry cosignatures with their times; verified against the reference witnesses")
    void cosignatures() {
        JsonNode block = Vectors.block("cosignature_v1");
        assertThat(block.path("cases")).hasSize(3);
        for (JsonNode c : block.path("cases")) {
            VerifierKey witness = key(c.path("cosigner_vkey").asString());
            Note note = Note.parse(c.path("note").asString()).orElseThrow();
            Instant at = Instant.ofEpochSecond(c.path("timestamp").asLong());
            assertThat(note.verify(List.of(witness)))
                    .isEqualTo(new NoteCheck.Signed(List.of(new VerifiedSignature(witness, Optional.of(at)))));
            if (c.has("signed_message")) {
                assertThat(new String(
                                Cosignature.message(c.path("timestamp").asLong(), note.text()), StandardCharsets.UTF_8))
                        .isEqualTo(c.path("signed_message").asString());
            }
        }
        JsonNode origin = block.path("origin_hash");
        assertThat(Hash.sha256(Leaves.entry(origin.path("origin").asString())))
                .hasToString(origin.path("sha256_hex").asString());
        NoteSignature stamp = NoteSignature.parse("\u2014 w "
                        + block.path("timestamp_only").path("sig_b64").asString())
                .orElseThrow();
        assertThat("%08x".formatted(stamp.keyId()))
                .isEqualTo(block.path("timestamp_only").path("key_id").asString());
    }

    @Test
    @DisplayName("read the lines printed in the C2SP documents")
    void documents() {
        JsonNode block = Vectors.block("c2sp_spec_examples");
        String body = block.path("checkpoint_body").asString();
        Note note = Note.parse(body + "\n" + block.path("log_sig_line").asString() + "\n"
                        + block.path("cosig_line").asString() + "\n")
                .orElseThrow();
        assertThat(Checkpoint.parse(note.text()).orElseThrow().body()).isEqualTo(body);
        assertThat("%08x".formatted(note.signatures().getLast().keyId()))
                .isEqualTo(block.path("cosig_key_id").asString());
    }

    @Test
    @DisplayName("verify after signing here, as a log and as a witness")
    void roundTrip() {
        KeyPair keys = TestKeys.pair(1);
        NoteSigner log = NoteSigner.ed25519("log.example/a", keys);
        Cosigner witness = Cosigner.ed25519("witness.example/w", TestKeys.pair(2));
        Instant at = Instant.parse("2026-11-21T22:00:00Z");
        Note note = log.note(BODY).with(witness.cosign(BODY, at));
        assertThat(key(log.key().vkey())).isEqualTo(log.key());
        assertThat(Note.parse(note.note()).orElseThrow().verify(List.of(log.key(), witness.key())))
                .isEqualTo(new NoteCheck.Signed(List.of(
                        new VerifiedSignature(log.key(), Optional.empty()),
                        new VerifiedSignature(witness.key(), Optional.of(at)))));
    }

    @Test
    @DisplayName("ignore unknown keys, but are refused whole for one bad signature of a known key")
    void knownAndUnknown() {
        NoteSigner log = NoteSigner.ed25519("log.example/a", TestKeys.pair(3));
        NoteSigner other = NoteSigner.ed25519("log.example/b", TestKeys.pair(4));
        Note note = log.note(BODY).with(other.sign("another text\n"));
        assertThat(note.verify(List.of(log.key()))).isInstanceOf(NoteCheck.Signed.class);
        assertThat(note.verify(List.of(log.key(), other.key())))
                .isInstanceOfSatisfying(
                        NoteCheck.Refused.class,
                        refused -> assertThat(refused.place()).isEqualTo("signature line 2"));
        assertThat(log.note(BODY).verify(List.of(other.key()))).isInstanceOf(NoteCheck.Refused.class);
    }

    @Test
    @DisplayName("may carry sixteen signatures and more, within a limit")
    void many() {
        NoteSigner log = NoteSigner.ed25519("log.example/a", TestKeys.pair(5));
        Note note = log.note(BODY);
        for (int i = 0; i < 15; i++) {
            note = note.with(NoteSigner.ed25519("log.example/" + i, TestKeys.pair(1000 + i))
                    .sign(BODY));
        }
        assertThat(Note.parse(note.note()).orElseThrow().verify(List.of(log.key())))
                .isInstanceOf(NoteCheck.Signed.class);
        String tooMany = BODY + "\n" + log.sign(BODY).line().repeat(Note.SIGNATURES_MAX + 1);
        assertThat(Note.parse(tooMany)).isInstanceOf(Parsed.Malformed.class);
    }

    @Test
    @DisplayName("are refused without signatures, with control characters or another spelling of base64")
    void malformed() {
        String line =
                NoteSigner.ed25519("log.example/a", TestKeys.pair(6)).sign(BODY).line();
        for (String bad : List.of(
                "",
                BODY,
                BODY + "\n",
                BODY + line,
                "a\tb\n\n" + line,
                BODY + "\n" + line.strip(),
                BODY + "\n" + line.replace("=", ""),
                BODY + "\n" + line.replace("\u2014", "-"))) {
            assertThat(Note.parse(bad)).as(bad).isInstanceOf(Parsed.Malformed.class);
        }
    }

    private static VerifierKey key(String vkey) {
        return VerifierKey.parse(vkey).orElseThrow();
    }
}
