package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a matrix")
final class MatrixTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final Law law = Law.load();

    private String outcome(String from, String to, LocalDate day) throws LawDataException {
        return Matrix.of(law, day, List.of(from), List.of(to), "personal")
                .cell(from, to)
                .orElseThrow()
                .ruling()
                .outcome();
    }

    @Test
    @DisplayName("has the ruling of the engine on a plain flow in each cell")
    void cells() throws LawDataException {
        assertThat(outcome("DE", "JP", DAY)).isEqualTo("permitted");
        assertThat(outcome("DE", "JP", LocalDate.of(2019, 1, 22))).isEqualTo("prohibited");
        assertThat(outcome("JP", "DE", DAY)).isEqualTo("permitted");
        assertThat(outcome("JP", "US", DAY)).isEqualTo("prohibited");
        assertThat(outcome("DE", "CA", DAY)).isEqualTo("permitted");
        assertThat(outcome("DE", "KE", DAY)).isEqualTo("prohibited");
        assertThat(outcome("DE", "FR", DAY)).isEqualTo("permitted");
        assertThat(outcome("US", "DE", DAY)).isEqualTo("needs-assessment");
    }

    @Test
    @DisplayName("speaks by itself of every country whose law is held, and of every one that a decision names")
    void whole() throws LawDataException {
        Matrix matrix = Matrix.of(law, DAY, List.of(), List.of(), "personal");
        assertThat(matrix.exporters())
                .startsWith("DE")
                .contains("JP", "GB", "CH", "KR", "BR", "VN")
                .doesNotContain("EU");
        assertThat(matrix.importers()).containsAll(matrix.exporters()).contains("US", "IL", "AR");
        assertThat(matrix.cells())
                .hasSize(matrix.exporters().size() * matrix.importers().size());
        assertThat(MatrixText.rows(matrix, Locale.ENGLISH))
                .allSatisfy(row -> assertThat(row).hasSize(matrix.importers().size() + 1));
        assertThat(MatrixText.csv(matrix)).hasSize(matrix.cells().size() + 1);
    }

    @Test
    @DisplayName("refuses a country or kind of data that it does not know")
    void unknown() {
        assertThatThrownBy(() -> Matrix.of(law, DAY, List.of("DX"), List.of(), "personal"))
                .hasMessage("unknown country `DX`");
        assertThatThrownBy(() -> Matrix.of(law, DAY, List.of(), List.of(), "speciel"))
                .hasMessage("unknown kind of data `speciel`; did you mean `special`?");
    }

    @Test
    @DisplayName("of two days tells what Schrems II ended, and what the decision on Japan began")
    void difference() {
        LawDifference schrems = LawDifference.between(law, LocalDate.of(2020, 7, 15), LocalDate.of(2020, 7, 16));
        assertThat(schrems.changes())
                .extracting(change -> change.kind() + " " + change.id())
                .containsExactly("BEGAN C-311/18", "ENDED EU-US-PS-2016");
        assertThat(schrems.moved("DE", "US")).isEmpty();
        LawDifference japan = LawDifference.between(law, LocalDate.of(2019, 1, 22), LocalDate.of(2019, 1, 23));
        assertThat(japan.changes()).extracting(LawDifference.Change::id).contains("EU-JP-2019", "JP-EEA-2019");
        assertThat(japan.moved("DE", "JP"))
                .hasValueSatisfying(moved -> assertThat(moved.isOutcome()).isTrue())
                .hasValueSatisfying(moved -> assertThat(moved.cause()).contains("EU-JP-2019"));
        assertThat(japan.moved("JP", "DE"))
                .hasValueSatisfying(moved -> assertThat(moved.cause()).contains("JP-EEA-2019"));
        assertThat(japan.moved("DE", "KE")).isEmpty();
        LawDifference croatia = LawDifference.between(law, LocalDate.of(2013, 6, 30), LocalDate.of(2013, 7, 1));
        assertThat(croatia.changes())
                .extracting(change -> change.kind() + " " + change.id())
                .containsExactly("JOINED HR");
        LawDifference none = LawDifference.between(law, DAY, DAY);
        assertThat(none.changes()).isEmpty();
        assertThat(none.moved()).isEmpty();
    }

    @Test
    @DisplayName("is asked of the knowledge of a day too")
    void knowledge() throws LawDataException {
        Law then = law.asKnownOn(LocalDate.of(2025, 1, 1));
        Matrix matrix = Matrix.of(then, LocalDate.of(2025, 7, 15), List.of("DE"), List.of("GB"), "personal");
        assertThat(matrix.cells().getFirst().ruling().outcome()).isEqualTo("needs-assessment");
        assertThat(matrix.lawData()).endsWith("as known on 2025-01-01");
    }
}
