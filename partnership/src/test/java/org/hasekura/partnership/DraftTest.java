package org.hasekura.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A statement on its way into the register")
class DraftTest {

    private static final Register REGISTER = ShippedRegister.load().register();

    private static final String TEXT = "Both sides will test the early-warning mechanism for semiconductors before the"
            + " end of 2027.\n\nThey will hold a joint workshop on submarine cables in 2027.";

    private static Draft draft() {
        Statement statement =
                Statement.of(TEXT) instanceof Read.Done<Statement>(Statement read) ? read : new Statement(List.of());
        return Draft.of(
                "DPC4",
                PartialDate.parse("2026-05-07").orElseThrow(),
                new Source(
                        "J01", "Council", "Joint statement", "2026-05-07", Optional.empty(), Source.Reading.WHOLE, ""),
                new StatementImport(ImportWords.load(), REGISTER).propose(statement, LocalDate.of(2026, 5, 7)));
    }

    private static Confirmation.Accepted accepted(String id, String words, String to) {
        return new Confirmation.Accepted(
                id,
                "1.1",
                new Phrase(words, words),
                "semiconductors",
                CardinalPoint.BUSINESS,
                Kind.MECHANISM,
                Owners.NONE,
                Optional.of(new Due.EveryYear()),
                true,
                List.of(new Link(id, Link.Kind.FOLLOWS, to)));
    }

    @Test
    @DisplayName("enters nothing before a person has decided on each proposal, and then what they took")
    void decided() {
        Draft draft = draft();
        assertThat(draft.items()).hasSize(2);
        assertThat(draft.confirmation()).isEmpty();
        Draft first = draft.decided(
                "1.1", new Draft.Decision.Taken("K. Sato", accepted("DPC4-91", "Try the warning.", "MOC-SEMI-01")));
        assertThat(first.waiting()).isOne();
        assertThat(first.confirmation()).isEmpty();
        Draft both = first.decided("2.1", new Draft.Decision.Left("K. Sato", "an event, not a promise"));
        assertThat(both.confirmation().orElseThrow().accepted())
                .extracting(Confirmation.Accepted::id)
                .containsExactly("DPC4-91");
    }

    @Test
    @DisplayName("is kept as a file in every state, and read back the same")
    void kept() {
        Draft draft = draft().decided(
                        "1.1", new Draft.Decision.Taken("K. Sato", accepted("DPC4-91", "Try it.", "MOC-SEMI-01")));
        for (Draft each : List.of(draft, draft.decided("2.1", new Draft.Decision.Left("K. Sato", "no promise")))) {
            String once = ProposalsJson.write(each);
            assertThat(ProposalsJson.draft(once.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(Read.Done.class, done -> {
                        Draft read = (Draft) done.value();
                        assertThat(read.items())
                                .extracting(Draft.Item::decision)
                                .isEqualTo(each.items().stream()
                                        .map(Draft.Item::decision)
                                        .toList());
                        assertThat(ProposalsJson.write(read)).isEqualTo(once);
                    });
        }
    }

    @Test
    @DisplayName("says of each field why the register could not hold it so")
    void problems() {
        Draft draft = draft();
        String sentence = draft.items().getFirst().proposal().sentence().text();
        assertThat(draft.problems("1.1", accepted("DPC4-91", "Try the warning.", "MOC-SEMI-01"), REGISTER))
                .isEmpty();
        assertThat(fields(draft, accepted("no id", sentence, "X-1"))).containsExactly("id", "wording", "links");
        assertThat(fields(draft, accepted("DPC2-05", " ", "EPA-01"))).containsExactly("id", "wording");
        Draft taken = draft.decided(
                "2.1", new Draft.Decision.Taken("K. Sato", accepted("DPC4-91", "Hold it.", "MOC-SEMI-01")));
        assertThat(fields(taken, accepted("DPC4-91", "Try it.", "MOC-SEMI-01"))).containsExactly("id");
    }

    private static List<String> fields(Draft draft, Confirmation.Accepted wanted) {
        return draft.problems("1.1", wanted, REGISTER).stream()
                .map(Draft.Problem::field)
                .toList();
    }

    @Test
    @DisplayName("has every kind of change said in both languages")
    void said() {
        assertThat(REGISTER.events().inOrder())
                .allSatisfy(each -> assertThat(ChangeText.of(each.event().change()))
                        .satisfies(said -> assertThat(said.en()).isNotBlank())
                        .satisfies(said -> assertThat(said.ja()).isNotBlank()));
        assertThat(ChangeText.of(new Change.Explain(
                                "JICA-EIB-01",
                                new Explanation(Side.JAPAN, "talks go on", PartialDate.parse("2027-03"))))
                        .en())
                .isEqualTo("Japan explains: talks go on (new date 2027-03)");
    }
}
