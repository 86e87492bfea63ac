package org.hasekura.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The import of a joint statement")
class StatementImportTest {

    private final Register register = ShippedRegister.load().register();
    private final StatementImport importing = new StatementImport(ImportWords.load(), register);

    /** A sentence with what a person marked in it. */
    private record Marked(
            String text, boolean isPromise, Optional<String> area, Optional<String> due, Optional<String> follows) {}

    private static ObjectJson sample() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(StatementImportTest.class.getResourceAsStream("statement-sample.json"))) {
            return ObjectJson.parse(in.readAllBytes());
        }
    }

    private static List<Marked> marked(ObjectJson sample, String language) {
        return sample.objects(language).stream()
                .map(each -> new Marked(
                        each.text("text"),
                        each.isTrue("isPromise"),
                        each.optionalText("area"),
                        each.optionalText("due"),
                        each.optionalText("follows")))
                .toList();
    }

    private static Statement statement(List<Marked> marked) {
        String text = String.join("\n\n", marked.stream().map(Marked::text).toList());
        return Statement.of(text) instanceof Read.Done<Statement>(Statement it) ? it : new Statement(List.of());
    }

    /** Precision and recall of proposals; of those rightly proposed, how often area, date and the earlier promise are right. */
    private String measured(String language) throws IOException {
        ObjectJson sample = sample();
        List<Marked> marked = marked(sample, language);
        List<Proposal> proposals = importing.propose(statement(marked), sample.day("said"));
        int right = 0;
        int areas = 0;
        int dates = 0;
        int first = 0;
        int among = 0;
        int follows = 0;
        var wrong = new ArrayList<String>();
        for (Marked each : marked) {
            Optional<Proposal> proposal = proposals.stream()
                    .filter(it -> it.sentence().text().equals(each.text()))
                    .findFirst();
            if (proposal.isPresent() != each.isPromise()) {
                wrong.add(each.text());
            }
            if (proposal.isEmpty() || !each.isPromise()) {
                continue;
            }
            right++;
            areas += proposal.get().area().equals(each.area()) ? 1 : 0;
            dates += proposal.get().due().map(PartialDate::text).equals(each.due()) ? 1 : 0;
            List<String> similar =
                    proposal.get().similar().stream().map(Proposal.Similar::id).toList();
            if (each.follows().isPresent()) {
                follows++;
                first += !similar.isEmpty()
                                && similar.getFirst().equals(each.follows().get())
                        ? 1
                        : 0;
                among += similar.contains(each.follows().get()) ? 1 : 0;
            }
        }
        long promises = marked.stream().filter(Marked::isPromise).count();
        return "%s: %d sentences, %d promises, %d proposed, %d rightly; area %d, date %d, earlier promise first %d and among three %d of %d; wrong: %s"
                .formatted(
                        language,
                        marked.size(),
                        promises,
                        proposals.size(),
                        right,
                        areas,
                        dates,
                        first,
                        among,
                        follows,
                        wrong);
    }

    @Test
    @DisplayName("finds in the marked sample what docs/partnership.md says it finds, in both languages")
    void measured() throws IOException {
        assertThat(measured("en"))
                .isEqualTo("en: 36 sentences, 21 promises, 21 proposed, 21 rightly; area 17, date 20,"
                        + " earlier promise first 9 and among three 17 of 21; wrong: []");
        assertThat(measured("ja"))
                .startsWith("ja: 20 sentences, 13 promises, 9 proposed, 9 rightly; area 7, date 8,"
                        + " earlier promise first 2 and among three 6 of 9;");
    }

    @Test
    @DisplayName("keeps paragraphs and sentences by place, across lines, numbers and dots")
    void sentences() {
        Read<Statement> read = Statement.of("""
                Joint statement

                1. The sides will work on cables, e.g. in the
                Arctic. They met in Tokyo.
                2. Both sides wel-
                comed it.
                • 双方は半導体の協力を
                強化する。次回会合を開催する。
                """);
        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Done.class,
                        done -> assertThat(((Statement) done.value()).sentences())
                                .extracting(each -> each.place() + " " + each.text())
                                .containsExactly(
                                        "1.1 Joint statement",
                                        "2.1 The sides will work on cables, e.g. in the Arctic.",
                                        "2.2 They met in Tokyo.",
                                        "3.1 Both sides welcomed it.",
                                        "4.1 双方は半導体の協力を強化する。",
                                        "4.2 次回会合を開催する。"));
        assertThat(Statement.of(" \n ")).isInstanceOf(Read.Refused.class);
    }

    @Test
    @DisplayName("says of each suggestion why, with services named in the sentence")
    void reasons() {
        Statement statement = new Statement(List.of(new Statement.Sentence(
                1, 1, "ENISA and METI will test the early-warning mechanism for semiconductors by 2027.")));
        assertThat(importing.propose(statement, LocalDate.of(2026, 5, 7)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.cues()).containsExactly("will 2.0");
                    assertThat(it.areaWords()).contains("semiconductor", "early-warning");
                    assertThat(it.owners().eu()).contains("DG CONNECT", "ENISA");
                    assertThat(it.owners().japan()).contains("METI");
                    assertThat(it.due()).isEqualTo(PartialDate.parse("2027"));
                    assertThat(it.similar().getFirst().id()).isEqualTo("MOC-SEMI-01");
                    assertThat(it.similar().getFirst().shared()).isNotEmpty();
                });
    }

    @Test
    @DisplayName("enters nothing before a person has decided on each proposal, in words of their own")
    void decided() {
        Statement statement = new Statement(
                List.of(new Statement.Sentence(3, 2, "Both sides will test the early-warning mechanism by 2027.")));
        Source source = new Source(
                "J01", "Council", "Joint statement", "2026-05-07", Optional.empty(), Source.Reading.WHOLE, "");
        String file = ProposalsJson.write(Draft.of(
                "DPC4",
                PartialDate.parse("2026-05-07").orElseThrow(),
                source,
                importing.propose(statement, LocalDate.of(2026, 5, 7))));
        assertThat(refusal(file)).startsWith("`proposals[0].decision` is ``; a person says");
        String decided = file.replace("\"decision\" : \"\"", "\"decision\" : \"enter\"");
        assertThat(refusal(decided)).isEqualTo("`proposals[0].id` is missing or blank; expected a text");
        decided = decided.replaceFirst("\"id\" : \"\"", "\"id\" : \"DPC4-05\"");
        assertThat(refusal(decided.replace(
                        "\"wording\" : \"\"",
                        "\"wording\" : \"Both sides will test the early-warning mechanism by 2027.\"")))
                .contains("is the sentence itself");
        decided = decided.replace("\"wording\" : \"\"", "\"wording\" : \"Try the early warning before 2027 ends.\"");
        Read<Confirmation> read = ProposalsJson.read(decided.getBytes(StandardCharsets.UTF_8));
        assertThat(read).as(decided).isInstanceOf(Read.Done.class);
        Confirmation confirmation = ((Read.Done<Confirmation>) read).value();
        EventSet events = register.events();
        for (Change change : confirmation.changes(register)) {
            events = events.plus(
                    register.inView(Event.first(EventJsonTest.BRUSSELS, EventJsonTest.NOON, "import", change)));
        }
        Register now = Register.of(events, register.sources());
        Commitment entered = now.entry("DPC4-05").orElseThrow().commitment();
        assertThat(entered.citations()).containsExactly(new Citation("J01", Optional.of("para. 3.2")));
        assertThat(entered.due()).contains(new Due.By(PartialDate.parse("2027").orElseThrow()));
        assertThat(now.sources()).containsKey("J01");
        assertThat(now.contested()).isEmpty();
        assertThat(Compass.of(now, Indicators.load()).gaps())
                .as("the fourth Council's text is now at hand")
                .isEmpty();
    }

    private static String refusal(String file) {
        return ProposalsJson.read(file.getBytes(StandardCharsets.UTF_8)) instanceof Read.Refused<Confirmation> refused
                ? refused.line()
                : "read";
    }
}
