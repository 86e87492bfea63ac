package org.hasekura.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What stands in headers")
class HeadersTest {

    @ParameterizedTest(name = "{0} of {1} bytes")
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-9       | 10 | Part[from=0, length=10]",
                "bytes=0-0       | 10 | Part[from=0, length=1]",
                "bytes=3-        | 10 | Part[from=3, length=7]",
                "bytes=3-100     | 10 | Part[from=3, length=7]",
                "BYTES = 9 - 9   | 10 | Part[from=9, length=1]",
                "bytes=-4        | 10 | Part[from=6, length=4]",
                "bytes=-40       | 10 | Part[from=0, length=10]",
                "bytes=10-       | 10 | Outside[]",
                "bytes=10-20     | 10 | Outside[]",
                "bytes=999999999999999999- | 10 | Outside[]",
                "bytes=-0        | 10 | Outside[]",
                "bytes=0-        |  0 | Outside[]",
                "bytes=-5        |  0 | Whole[]",
                "bytes=5-4       | 10 | Whole[]",
                "bytes=-         | 10 | Whole[]",
                "bytes=0-1,3-4   | 10 | Whole[]",
                "bytes=a-b       | 10 | Whole[]",
                "bytes=9999999999999999999- | 10 | Whole[]",
                "lines=0-1       | 10 | Whole[]",
                "''              | 10 | Whole[]",
            })
    void ranges(String header, long total, String expected) {
        assertThat(ByteRange.of(Optional.of(header), total)).hasToString(expected);
    }

    @Test
    @DisplayName("no range is the whole, and so is an endless one")
    void noRange() {
        assertThat(ByteRange.of(Optional.empty(), 10)).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.of(Optional.of("bytes=0-" + " ".repeat(10_000)), 10))
                .isEqualTo(new ByteRange.Whole());
    }

    @ParameterizedTest(name = "{0} is the file {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=\"a b.csv\"              | a_b.csv",
                "attachment; filename=plain.json; size=5       | plain.json",
                "attachment; filename=\"x.txt\"; filename*=UTF-8''%E5%B0%BA%E5%AF%B8.csv | 尺寸.csv",
                "attachment; filename=\"../../etc/passwd\"     | passwd",
                "attachment; filename=\"..\\\\..\\\\boot.ini\" | boot.ini",
                "attachment; filename*=UTF-8''..%2F..%2F.ssh   | ssh",
                "attachment; filename*=UTF-8''%zz              | data",
                "attachment; filename=\"...\"                  | data",
                "inline                                        | data",
            })
    void fileNames(String disposition, String expected) {
        assertThat(FileName.of(Optional.of(disposition))).isEqualTo(expected);
    }

    @Test
    @DisplayName("a file name survives its way through a header, and stays short")
    void fileNameRoundTrip() {
        assertThat(FileName.of(Optional.of(FileName.disposition("größe+尺寸 v2.csv"))))
                .isEqualTo("größe_尺寸_v2.csv");
        assertThat(FileName.of(Optional.of(FileName.disposition("x".repeat(500)))))
                .hasSize(80);
        assertThat(FileName.disposition("a\r\nSet-Cookie: b\""))
                .doesNotContain("\r")
                .doesNotContain("\n");
    }

    @Test
    @DisplayName("the digest of RFC 9530 is read among others, and passed over when it is not one")
    void reprDigest() {
        String hex = "5f2b4ca1ef1a3c5b".repeat(4);

        assertThat(ReprDigest.sha256(Optional.of(ReprDigest.write(hex)))).contains(hex);
        assertThat(ReprDigest.sha256(Optional.of("md5=:AAAA:, " + ReprDigest.write(hex))))
                .contains(hex);
        for (String other : new String[] {"", "sha-256=abc", "sha-256=:AAAA:", "sha-256=:*:", "sha-512=:AAAA:", "="}) {
            assertThat(ReprDigest.sha256(Optional.of(other))).isEmpty();
        }
    }

    @Test
    @DisplayName("bytes are described by their number and SHA-256, up to a limit")
    void describes() throws IOException {
        byte[] abc = {'a', 'b', 'c'};

        assertThat(Contents.describe(new ByteArrayInputStream(abc), 3))
                .contains(
                        new Contents.Described(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(Contents.describe(new ByteArrayInputStream(abc), 2)).isEmpty();
    }
}
