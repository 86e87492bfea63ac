package org.hasekura.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fonts made by others")
class VendorTest {

    @Test
    @DisplayName("are those whose sums we wrote down, with their licences beside them")
    void sums() throws IOException, NoSuchAlgorithmException {
        String sums = new String(bytes("SHA256SUMS"), StandardCharsets.UTF_8);
        assertThat(sums.lines()).hasSize(4);
        for (String line : sums.lines().toList()) {
            String[] parts = line.split(" +", 2);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(parts[1]));
            assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
        }
        for (String licence : new String[] {"LICENSE-noto-sans-jp.txt", "LICENSE-noto-sans.txt"}) {
            assertThat(new String(bytes(licence), StandardCharsets.UTF_8))
                    .contains("SIL OPEN FONT LICENSE Version 1.1");
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Pdf.class.getResourceAsStream("vendor/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
