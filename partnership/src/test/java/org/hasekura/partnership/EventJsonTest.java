package org.hasekura.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An event")
class EventJsonTest {

    static final Author BRUSSELS = new Author(Author.Seat.EU, "A. Secretary");
    static final Author TOKYO = new Author(Author.Seat.JAPAN, "書記 B");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Phrase BOTH = new Phrase("text", "文");
    private static final String HASH = "ab".repeat(32);

    /** One of each kind: the compiler counts them with the codec's switch. */
    static List<Change> allKinds() {
        PartialDate day = new PartialDate.Day(LocalDate.of(2027, 1, 31));
        Commitment commitment = new Commitment(
                "NEW-01",
                "DPC3",
                "semiconductors",
                CardinalPoint.BUSINESS,
                Kind.PILOT,
                BOTH,
                new Owners(List.of("DG CONNECT"), List.of()),
                PartialDate.parse("2026-11").orElseThrow(),
                Optional.of(new Due.EveryYear()),
                true,
                Confidence.A,
                List.of(new Citation("S20", Optional.of("para. 4"))));
        return List.of(
                new Change.EnterInstrument(new Instrument(
                        "NEW",
                        BOTH,
                        Nature.LETTER,
                        Remedy.NONE,
                        Optional.of(day),
                        Optional.empty(),
                        true,
                        "",
                        Owners.NONE,
                        List.of())),
                new Change.EnterSource(new Source(
                        "J01",
                        "Secretariat",
                        "Statement",
                        "2026-05",
                        Optional.of("https://example.org/"),
                        Source.Reading.WHOLE,
                        "")),
                new Change.Enter(commitment),
                new Change.Reword("NEW-01", BOTH),
                new Change.Assign("NEW-01", Side.JAPAN, List.of("METI")),
                new Change.ReadDue("NEW-01", Optional.of(new Due.By(day))),
                new Change.Expect("NEW-01", Optional.empty()),
                new Change.Cite("NEW-01", new Citation("S20", Optional.of("para. 5"))),
                new Change.SelfReport("NEW-01", Side.EU, new Report(Standing.LIMITED, "begun")),
                new Change.Assess(
                        "NEW-01",
                        new Assessment(
                                "University X",
                                Standing.SUBSTANTIAL,
                                Optional.of(Assessment.Relevance.CLEAR),
                                Optional.of(Assessment.Ambition.MODEST),
                                Optional.empty(),
                                "seen")),
                new Change.Convene(new Meeting("DPC5", BOTH, LocalDate.of(2027, 5, 10), "Tokyo")),
                new Change.Prove(
                        "NEW-01", new Evidence.Document(Citation.notRead("S20"), "it exists", Optional.of(day))),
                new Change.Prove(
                        "NEW-01", new Evidence.Exchange("node.example", 7, HASH, "it flowed", Optional.empty())),
                new Change.Connect(new Link("NEW-01", Link.Kind.FULFILS, "DPC3-01")),
                new Change.AskToExplain("NEW-01", Side.JAPAN, LocalDate.of(2027, 3, 1)),
                new Change.Explain("NEW-01", new Explanation(Side.EU, "budget", Optional.of(day))),
                new Change.Decide(new Decision("DPC5", "go on", Optional.of("NEW-01"), Optional.empty())),
                new Change.Withdraw("NEW-01", new EventId(HASH)));
    }

    @Test
    @DisplayName("of each kind is read back as it was written, to the byte")
    void readBack() {
        for (Change change : allKinds()) {
            Event event = Event.first(BRUSSELS, NOON, "because", change);
            Event inView = event.inViewOf(List.of(new EventId(HASH)));
            for (Event each : List.of(event, inView)) {
                Ledger ledger = Ledger.of(EventSet.of(List.of(each)));
                byte[] written = LedgerJson.write(ledger);
                assertThat(LedgerJson.read(written)).as(change.word()).isInstanceOfSatisfying(Read.Done.class, done -> {
                    Ledger read = (Ledger) done.value();
                    assertThat(read.events().inOrder()).extracting(Named::event).containsExactly(each);
                    assertThat(LedgerJson.write(read)).isEqualTo(written);
                });
            }
        }
    }

    @Test
    @DisplayName("has a name that any change of it belies")
    void name() {
        Event event = Event.first(BRUSSELS, NOON, "because", new Change.Reword("DPC1-01", BOTH));
        String line = LedgerJson.line(EventJson.id(event), event, Optional.empty());
        assertThat(EventJson.id(event).hex()).hasSize(64);
        Read<Ledger> read = LedgerJson.read(line.replace("because", "why not").getBytes(StandardCharsets.UTF_8));
        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Refused.class,
                        refused -> assertThat(refused.line()).startsWith("`line 1 id` is not the hash of the event"));
    }

    @Test
    @DisplayName("is refused with its line and field when it is damaged, misspelt or unknown")
    void refused() {
        Event event = Event.first(BRUSSELS, NOON, "because", new Change.Reword("DPC1-01", BOTH));
        String good = LedgerJson.line(EventJson.id(event), event, Optional.empty());
        assertThat(refusal(good + "\n" + good.replace("\"seat\":\"eu\"", "\"seat\":\"us\"")))
                .isEqualTo("`line 2 event.seat` is `us`; expected one of eu, jp, independent");
        assertThat(refusal(good.replace("\"by\"", "\"bye\""))).startsWith("`line 1 event.bye` is not known here");
        assertThat(refusal(good.replace("reword", "rewrite")))
                .isEqualTo("`line 1 event.change` is `rewrite`, which this version does not know");
        assertThat(refusal("[]")).isEqualTo("`line 1` is no JSON object; expected `{...}`");
        assertThat(refusal("{")).startsWith("`line 1` this is no JSON");
        assertThat(refusal("[".repeat(2000))).startsWith("`line 1` this is no JSON");
    }

    private static String refusal(String text) {
        return LedgerJson.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Read.Refused<Ledger> refused
                ? refused.line()
                : "read";
    }
}
