package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a text table")
class TextTableTest {

    @Test
    @DisplayName("has fields with or without quotes, blanks around them, and lines that end either way")
    void fields() throws IOException, TableException {
        try (TextTable table = Texts.commas("\ufeff\"a\",b , \"c \"\"d\"\", e\"\r\n\n1,2,3")) {
            assertThat(table.next()).isTrue();
            assertThat(table.text(0)).isEqualTo("a");
            assertThat(table.text(1)).isEqualTo("b");
            assertThat(table.text(2)).isEqualTo("c \"d\", e");
            assertThat(table.next()).isTrue();
            assertThat(table.row()).isEqualTo(3);
            assertThat(table.number(2, "c")).isEqualTo(3);
            assertThat(table.next()).isFalse();
        }
    }

    @Test
    @DisplayName("is unpacked on the way, and says where a packed file is damaged")
    void packed() throws IOException, TableException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 50_000; i++) {
                out.write((i + " " + i * 7 + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        try (TextTable table = packed(bytes.toByteArray())) {
            int rows = 0;
            while (table.next()) {
                assertThat(table.integer(1, "b", 0, 1_000_000)).isEqualTo(7 * rows++);
            }
            assertThat(rows).isEqualTo(50_000);
        }
        try (TextTable table = packed(Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2))) {
            assertThatThrownBy(() -> {
                        while (table.next()) {
                            table.require(2, "a", "b");
                        }
                    })
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("damaged");
        }
    }

    private static TextTable packed(byte[] bytes) throws IOException {
        return TextTable.open("packed", TextTable.Form.BLANKS, new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1",
                "-12.5",
                "1e-7",
                "9007199254740993",
                "0.1234567890123456789",
                "123456789012345678901234567890",
                "1.7976931348623157e308",
                "4.9E-324",
                "22104.902509685056",
                ".5",
                "5."
            })
    @DisplayName("reads numbers to the nearest double:")
    void numbers(String text) throws IOException, TableException {
        try (TextTable table = Texts.commas(text)) {
            table.next();
            assertThat(table.number(0, "number")).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1f", "0x1p3", "NaN", "Infinity", "1e999", "--1", "1.2.3", "e", "-", ","})
    @DisplayName("refuses what is no number:")
    void noNumbers(String text) throws IOException, TableException {
        try (TextTable table = Texts.commas(text)) {
            table.next();
            assertThatThrownBy(() -> table.number(0, "amount"))
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("row 1, column `amount`");
        }
    }

    @Test
    @DisplayName("of links says which field of which row names an unknown firm or a negative amount")
    void faults() throws IOException, TableException {
        SectorTable firms = SectorTable.read(Texts.commas("firm,sector\na,01\nb,02"));
        assertThatThrownBy(() -> EdgeTable.read(Texts.commas("supplier,customer,w\na,b,1\na,c,1"), firms))
                .hasMessage("table, row 3, column `customer`: firm `c` is in no row of the table of sectors");
        assertThatThrownBy(() -> EdgeTable.read(Texts.commas("a,b,-1"), firms))
                .hasMessageContaining("row 1, column `amount`: `-1` is negative");
        assertThatThrownBy(() -> EdgeTable.read(Texts.commas("a,b"), firms)).hasMessageContaining("has 2 fields");
        assertThatThrownBy(() -> SectorTable.read(Texts.commas("a,01\na,02"))).hasMessageContaining("earlier row");
        assertThatThrownBy(() -> Texts.commas("\"a").next()).hasMessageContaining("never closed");
    }

    @Test
    @DisplayName("of sectors is matched with a matrix by code, with zeros that got lost, or by number")
    void sectors() throws IOException, TableException {
        EssentialityTable matrix = EssentialityTable.read(Texts.commas("\"\",\"01\",\"02\"\n\"01\",2,0\n\"02\",1,2"));
        assertThat(matrix.matrix().of(1, 0)).isEqualTo(Essentiality.LINEAR);
        assertThat(numbered("a,02\nb,01", matrix)).containsExactly(1, 0);
        assertThat(numbered("a,2\nb,1", matrix)).containsExactly(1, 0);
        assertThat(numbered("a,0\nb,1", matrix)).containsExactly(0, 1);
        assertThatThrownBy(() -> numbered("a,02\nb,77", matrix)).hasMessageContaining("sector `77` is in no row");
        assertThatThrownBy(() -> EssentialityTable.read(Texts.commas(",1,2\n1,0,3\n2,0,0")))
                .hasMessageContaining("row 2, column `2`");
    }

    private static int[] numbered(String text, EssentialityTable matrix) throws IOException, TableException {
        return SectorTable.read(Texts.commas(text))
                .numberedAs(matrix.codes(), "sectors")
                .sectorOf();
    }
}
