package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An entry")
class EntryTest {

    @Test
    @DisplayName("of every kind comes back from its bytes, and gives the same bytes again")
    void roundTrip() {
        for (Entry entry : SampleEntries.all()) {
            byte[] bytes = entry.bytes();
            Entry read = Entry.parse(bytes).orElseThrow();
            assertThat(read).isEqualTo(entry);
            assertThat(read.bytes()).isEqualTo(bytes);
            assertThat(read.node()).isEqualTo(SampleEntries.NODE);
            assertThat(read.at()).isEqualTo(SampleEntries.AT);
        }
        assertThat(SampleEntries.all().stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Entry.class.getPermittedSubclasses()));
    }

    @Test
    @DisplayName("is written in one way: sorted fields, no white space, absent fields left out")
    void canonical() {
        assertThat(text(new Entry.StateChanged(
                        SampleEntries.NODE,
                        SampleEntries.AT,
                        Entry.ProcessKind.TRANSFER,
                        "p1",
                        Optional.empty(),
                        "REQUESTED",
                        "TransferRequestMessage")))
                .isEqualTo("{\"at\":\"2026-11-21T22:00:00.123Z\",\"byMessage\":\"TransferRequestMessage\","
                        + "\"format\":\"hasekura-evidence/1\",\"kind\":\"StateChanged\",\"node\":\"did:web:cars.example\","
                        + "\"pid\":\"p1\",\"processKind\":\"TRANSFER\",\"to\":\"REQUESTED\"}");
    }

    @Test
    @DisplayName("of before rulings named their software still reads, and gives the same bytes")
    void ofBefore() {
        String before = "{\"at\":\"2026-11-21T22:00:00Z\",\"basis\":[\"adequacy\"],\"conditions\":[],"
                + "\"datasetId\":\"d\",\"duties\":[],\"flowHash\":\"" + MerkleTree.EMPTY_ROOT.hex()
                + "\",\"format\":\"hasekura-evidence/1\",\"judgedFor\":\"2026-11-21\",\"kind\":\"RulingGiven\","
                + "\"lawDataVersion\":\"2026-09.4\",\"missingFacts\":[],\"node\":\"did:web:a.example\","
                + "\"outcome\":\"PERMITTED\",\"provisions\":[],\"recipient\":\"did:web:b.example\"}";
        Entry read = Entry.parse(before.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(read)
                .isInstanceOfSatisfying(
                        Entry.RulingGiven.class,
                        ruling -> assertThat(ruling.softwareVersion()).isEmpty());
        assertThat(text(read)).isEqualTo(before);
    }

    @Test
    @DisplayName("with a field not known here is kept as it is, to be proved but not explained")
    void laterShape() {
        String later = text(new Entry.DatasetWithdrawn(SampleEntries.NODE, SampleEntries.AT, "d"))
                .replace("\"format\"", "\"extra\":1,\"format\"");
        assertThat(Entry.parse(later.getBytes(StandardCharsets.UTF_8)).orElseThrow())
                .isEqualTo(new Entry.Unknown(SampleEntries.NODE, SampleEntries.AT, "DatasetWithdrawn", later));
    }

    @Test
    @DisplayName("in any other spelling is refused")
    void otherSpelling() {
        String text = text(new Entry.DatasetWithdrawn(SampleEntries.NODE, SampleEntries.AT, "d"));
        for (String bad : List.of(
                " " + text,
                text + "\n",
                text.replace(",", ", "),
                text.replace("\"d\"", "\"\\u0064\""),
                text.replace("\"d\"", "null"),
                text.replace("\"d\"", "1.0"),
                text.replace("\"d\"", "\"\\ud800\""),
                text.replace("\"datasetId\":\"d\"", "\"datasetId\":\"d\",\"datasetId\":\"d\""),
                text.replace("{\"at\"", "{\"b\":1,\"at\""),
                text.replace("00.123Z", "00.123000Z"),
                text.replace("\"node\"", "\"nod\""),
                "[".repeat(100_000),
                "[]",
                "")) {
            Parsed<Entry> parsed = Entry.parse(bad.getBytes(StandardCharsets.UTF_8));
            boolean refused =
                    parsed instanceof Parsed.Malformed<Entry> || parsed.orElseThrow() instanceof Entry.Unknown;
            assertThat(refused).as(Texts.shown(bad)).isTrue();
        }
        for (String foreign : List.of("null", "1.0", "1e3", "-0", "9007199254740992")) {
            assertThat(Entry.parse(text.replace("\"d\"", foreign).getBytes(StandardCharsets.UTF_8)))
                    .as(foreign)
                    .isInstanceOf(Parsed.Malformed.class);
        }
        assertThat(Entry.parse(text.replace("{\"at\"", "{\"b\":1,\"at\"").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Parsed.Malformed.class,
                        bad -> assertThat(bad.reason()).contains("not canonical JSON: another form begins at byte 2"));
    }

    @Test
    @DisplayName("cannot hold free text of any length, control characters or numbers that lose digits elsewhere")
    void limits() {
        Stream.of("", "x".repeat(1025), "a\nb")
                .forEach(text -> assertThatThrownBy(
                                () -> new Entry.DatasetWithdrawn(SampleEntries.NODE, SampleEntries.AT, text).bytes())
                        .isInstanceOf(IllegalArgumentException.class));
        List<String> many = Stream.generate(() -> "x".repeat(1000)).limit(70).toList();
        assertThatThrownBy(() -> new Entry.SettingsChanged(
                                SampleEntries.NODE, SampleEntries.AT, many, MerkleTree.EMPTY_ROOT)
                        .bytes())
                .hasMessageContaining("more than 65,535");
        assertThatThrownBy(() -> new Json.Whole(1L << 53)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("says which process it belongs to, where it does")
    void process() {
        assertThat(SampleEntries.all().stream().filter(entry -> entry.process().isPresent()))
                .hasSize(15);
    }

    private static String text(Entry entry) {
        return new String(entry.bytes(), StandardCharsets.UTF_8);
    }
}
