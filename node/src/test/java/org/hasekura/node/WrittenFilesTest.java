package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.hasekura.exchange.Description;
import org.hasekura.identity.Admission;
import org.hasekura.identity.ParticipantJson;
import org.hasekura.law.CaseFileJson;
import org.hasekura.law.CaseReport;
import org.hasekura.law.Law;
import org.hasekura.policy.DataFacts;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("the files that people write")
final class WrittenFilesTest {

    @ParameterizedTest
    @EnumSource(
            value = ExampleCommand.Kind.class,
            names = {"dataset", "personalDataset"})
    @DisplayName("have an example of a dataset that is understood whole")
    void datasets(ExampleCommand.Kind kind) throws Exception {
        Description form = DatasetFormJson.read(example(kind));
        assertThat(DataFacts.parse(form.facts())).isInstanceOf(DataFacts.Described.class);
    }

    @Test
    @DisplayName("have an example of a participant, of terms, and of cases that the law judges as it says")
    void others() throws Exception {
        assertThat(ParticipantJson.read(example(ExampleCommand.Kind.participant), Admission.PRODUCTION, Instant.EPOCH))
                .isInstanceOf(ParticipantJson.Read.Participants.class);
        assertThat(OdrlJson.terms(example(ExampleCommand.Kind.terms))).isInstanceOf(Reading.Read.class);
        CaseReport report = CaseReport.of(Law.load(), CaseFileJson.read("cases", example(ExampleCommand.Kind.cases)));
        assertThat(report.failed()).isZero();
    }

    @ParameterizedTest
    @MethodSource("misunderstandings")
    @DisplayName("are refused with a reason when they would be misunderstood")
    void misunderstood(String written, String words) {
        assertThatThrownBy(() -> DatasetFormJson.read(written.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ManagementJson.BadInput.class)
                .hasMessage(words);
    }

    private static Stream<Arguments> misunderstandings() {
        return Stream.of(
                Arguments.of("{\"id\": \"a\", \"licens\": \"x\"}", "unknown field `licens`; did you mean `licence`?"),
                Arguments.of("{\"id\": \"a/b\"}", "`id` takes 1 to 256 characters without `/`"),
                Arguments.of(
                        "{\"id\": \"a\", \"offers\": {}}",
                        "`offers` must be a list; `hasekura example dataset` shows a whole file"),
                Arguments.of("{\"id\": \"\\u0000\"}", "a text contains NUL or half a surrogate pair"),
                Arguments.of("{\"id\": \"\\ud800\"}", "a text contains NUL or half a surrogate pair"));
    }

    @Test
    @DisplayName("name other files from the folder they lie in")
    void relative() throws Exception {
        byte[] written = "{\"file\": \"data.csv\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(DatasetFormJson.withFileFrom(Path.of("/house/room"), written))
                .isEqualTo("{\"file\":\"/house/room/data.csv\"}");
    }

    private static byte[] example(ExampleCommand.Kind kind) throws IOException {
        return ExampleCommand.text(kind).getBytes(StandardCharsets.UTF_8);
    }
}
