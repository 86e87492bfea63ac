package org.hasekura.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The seven steps")
class EvaluationTest {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    private static final String ID = "T-01";

    private EventSet events = EventSet.EMPTY;

    private void say(Author author, LocalDate day, Change change) {
        Event event = Event.first(author, day.atTime(12, 0).toInstant(ZoneOffset.UTC), "a test", change);
        events = events.plus(Register.of(events, Map.of()).inView(event));
    }

    /** One promise of both sides, due at the end of June. */
    private void begin(Remedy remedy, boolean isVerifiable, String due) {
        var author = new Author(Author.Seat.INDEPENDENT, "compiler");
        Phrase words = new Phrase("Hold a workshop.", "ワークショップを開く。");
        say(
                author,
                LocalDate.of(2026, 1, 10),
                new Change.EnterInstrument(new Instrument(
                        "T",
                        words,
                        Nature.STATEMENT,
                        remedy,
                        PartialDate.parse("2026-01-10"),
                        Optional.empty(),
                        true,
                        "",
                        Owners.NONE,
                        List.of())));
        say(
                author,
                LocalDate.of(2026, 1, 10),
                new Change.Enter(new Commitment(
                        ID,
                        "T",
                        "skills",
                        CardinalPoint.SKILLS,
                        Kind.WORKSHOP,
                        words,
                        new Owners(List.of("DG CONNECT"), List.of("MIC")),
                        PartialDate.parse("2026-01-10").orElseThrow(),
                        Due.parse(due),
                        isVerifiable,
                        Confidence.A,
                        List.of(new Citation("S", Optional.of("para. 1"))))));
    }

    private Judged on(LocalDate day) {
        return Evaluation.of(Register.of(events, Map.of()), day, Rules.STANDARD)
                .of(ID)
                .orElseThrow();
    }

    private static List<String> words(Judged judged) {
        return judged.findings().stream().map(each -> each.words().en()).toList();
    }

    @Test
    @DisplayName("find nothing late on the last day itself, and ask both sides the day after")
    void asked() {
        begin(Remedy.NONE, true, "2026-06");
        assertThat(words(on(DUE))).isEmpty();
        assertThat(words(on(DUE.plusDays(1))))
                .containsExactly(
                        "1 day late (2026-06-30, by its text)",
                        "EU is asked to explain by 2026-07-31",
                        "Japan is asked to explain by 2026-07-31",
                        "to be looked at by the level: working group");
    }

    @Test
    @DisplayName("say of each side whether it answered, and go up level by level while it does not")
    void unanswered() {
        begin(Remedy.NONE, true, "2026-06");
        say(
                EventJsonTest.TOKYO,
                LocalDate.of(2026, 7, 20),
                new Change.Explain(ID, new Explanation(Side.JAPAN, "the hall was flooded", Optional.empty())));
        Judged august = on(LocalDate.of(2026, 8, 1));
        assertThat(words(august))
                .contains("EU gave no explanation by 2026-07-31")
                .noneMatch(each -> each.contains("Japan gave"));
        assertThat(on(LocalDate.of(2026, 9, 29))
                        .find(Finding.Escalated.class)
                        .orElseThrow()
                        .level())
                .isEqualTo(Rules.Level.SENIOR_OFFICIALS);
        assertThat(on(LocalDate.of(2026, 12, 28))
                        .find(Finding.Escalated.class)
                        .orElseThrow()
                        .level())
                .isEqualTo(Rules.Level.COUNCIL);
        assertThat(on(LocalDate.of(2027, 7, 1))
                        .find(Finding.Escalated.class)
                        .orElseThrow()
                        .level())
                .isEqualTo(Rules.Level.SUMMIT);

        Publication published =
                Publication.of(Evaluation.of(Register.of(events, Map.of()), LocalDate.of(2026, 8, 1), Rules.STANDARD));
        assertThat(published.items())
                .singleElement()
                .satisfies(item -> assertThat(item.answers())
                        .hasSize(2)
                        .anyMatch(each -> each instanceof Publication.Answer.Absent(Side side, var since)
                                && side == Side.EU
                                && since.equals(LocalDate.of(2026, 7, 31)))
                        .anyMatch(each -> each instanceof Publication.Answer.Given(Side side, var told)
                                && side == Side.JAPAN
                                && told.what().words().contains("flooded")));
        assertThat(published.scores())
                .containsExactly(new Publication.Score(Side.EU, 1, 1), new Publication.Score(Side.JAPAN, 1, 0));
        assertThat(EvaluationJson.write(published)).contains("\"absentSince\" : \"2026-07-31\"");
    }

    @Test
    @DisplayName("take a new date, keep what the text said, and count every further slip")
    void slips() {
        begin(Remedy.NONE, true, "2026-06");
        say(
                EventJsonTest.BRUSSELS,
                LocalDate.of(2026, 7, 2),
                new Change.Explain(ID, new Explanation(Side.EU, "no speakers", PartialDate.parse("2026-09"))));
        assertThat(on(LocalDate.of(2026, 9, 30)).has(Finding.Overdue.class)).isFalse();
        assertThat(Deadline.ofText(on(DUE).entry()).orElseThrow().day()).isEqualTo(DUE);
        say(
                EventJsonTest.BRUSSELS,
                LocalDate.of(2026, 10, 2),
                new Change.Explain(ID, new Explanation(Side.EU, "still none", PartialDate.parse("2026-11"))));
        Judged december = on(LocalDate.of(2026, 12, 5));
        assertThat(words(december))
                .contains("its date was moved 2 times", "5 days late (2026-11-30, new date of a side)");
        assertThat(december.has(Finding.Asked.class)).as("both are asked anew").isTrue();
    }

    @Test
    @DisplayName("keep two reports that differ side by side, and put them on the agenda")
    void disputed() {
        begin(Remedy.NONE, true, "2027");
        say(EventJsonTest.BRUSSELS, DUE, new Change.SelfReport(ID, Side.EU, new Report(Standing.COMPLETED, "held")));
        say(EventJsonTest.TOKYO, DUE, new Change.SelfReport(ID, Side.JAPAN, new Report(Standing.LIMITED, "one talk")));
        Judged judged = on(DUE);
        assertThat(words(judged)).containsExactly("the EU says completed, Japan says limited");
        assertThat(judged.entry().standing()).as("nobody has settled it").isEmpty();
        Register register = Register.of(events, Map.of());
        Agenda agenda = Agenda.of(register, Evaluation.of(register, DUE, Rules.STANDARD));
        assertThat(agenda.items()).extracting(each -> each.entry().id()).containsExactly(ID);
        assertThat(new String(EvaluationJson.write(agenda).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .contains("Disputed");
    }

    @Test
    @DisplayName("leave alone what both sides say is done, and what nobody could check")
    void leftAlone() {
        begin(Remedy.NONE, false, "2026-06");
        assertThat(words(on(LocalDate.of(2030, 1, 1)))).isEmpty();
        events = EventSet.EMPTY;
        begin(Remedy.NONE, true, "2026-06");
        for (Side side : Side.values()) {
            say(
                    side == Side.EU ? EventJsonTest.BRUSSELS : EventJsonTest.TOKYO,
                    DUE,
                    new Change.SelfReport(ID, side, new Report(Standing.COMPLETED, "held")));
        }
        assertThat(words(on(LocalDate.of(2030, 1, 1))))
                .containsExactly("an independent assessment is due since 2026-10-30");
    }

    @Test
    @DisplayName("remind silent sides of their reports, and see what stands still")
    void silent() {
        begin(Remedy.NONE, true, "2028");
        assertThat(words(on(LocalDate.of(2026, 7, 10)))).isEmpty();
        assertThat(words(on(LocalDate.of(2026, 7, 11))))
                .containsExactly("a report of EU is due since 2026-07-10", "a report of Japan is due since 2026-07-10");
        assertThat(words(on(LocalDate.of(2027, 1, 11)))).contains("nothing was heard since 2026-01-10");
    }

    @Test
    @DisplayName("never name law for a political promise, however late; and do for a treaty")
    void law() {
        LocalDate late = LocalDate.of(2040, 1, 1);
        Register shipped = ShippedRegister.load().register();
        List<Judged> all = Evaluation.of(shipped, late, Rules.STANDARD).all();
        assertThat(all.stream().filter(each -> each.has(Finding.InLaw.class)))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(Optional.ofNullable(shipped.instruments()
                                        .get(each.entry().commitment().instrument()))
                                .map(Instrument::remedy))
                        .isPresent()
                        .isNotEqualTo(Optional.of(Remedy.NONE)));
        assertThat(all.stream()
                        .filter(each -> each.has(Finding.Overdue.class)
                                && each.entry().commitment().instrument().startsWith("DPC")))
                .noneMatch(each -> each.has(Finding.InLaw.class));
        begin(Remedy.TREATY, true, "2026-06");
        assertThat(words(on(late))).contains("law offers: the treaty's committees and dispute settlement");
    }

    @Test
    @DisplayName("find in the shipped register what is late on the day it was compiled")
    void shipped() {
        Evaluation evaluation =
                Evaluation.of(ShippedRegister.load().register(), LocalDate.of(2026, 11, 21), Rules.STANDARD);
        assertThat(evaluation.forAgenda().stream()
                        .filter(each -> each.has(Finding.Overdue.class))
                        .map(each -> each.entry().id()))
                .containsExactly("DPC2-02", "JICA-EIB-01");
    }
}
