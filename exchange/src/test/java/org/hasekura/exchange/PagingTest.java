package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.Samples.refusal;
import static org.hasekura.exchange.Samples.value;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Catalog pages (DSP 2025-1 #pagination, RFC 8288)")
class PagingTest {

    private static final URI ASKED = URI.create("https://peer.example/dsp/catalog/request");
    private static final URI NEXT = URI.create("https://peer.example/dsp/catalog/request?continuationToken=YQ");
    private static final URI PREVIOUS = URI.create("https://peer.example/dsp/catalog/request");

    @ParameterizedTest
    @DisplayName("continue after an id, whatever letters it has")
    @ValueSource(strings = {"a", "register-2026", "urn:uuid:1?&=#", "約束の一覧", "\uD83D\uDCD6"})
    void token(String id) {
        String encoded = new ContinuationToken.AfterId(id).encoded();

        assertThat(encoded).matches("[A-Za-z0-9_-]+");
        assertThat(value(ContinuationToken.parse(encoded))).isEqualTo(new ContinuationToken.AfterId(id));
    }

    @ParameterizedTest
    @DisplayName("do not continue after a token that this node did not make")
    @ValueSource(strings = {"", "!", "YQ=====", "_w", "AA", "gICA", "YWJjZGVmZ2hpamts", "AQAAAABh"})
    void foreign(String encoded) {
        assertThat(refusal(ContinuationToken.parse(encoded)))
                .isEqualTo("`continuationToken` is `" + encoded + "`; expected one from a `Link` header of this node");
    }

    @Test
    @DisplayName("do not continue after an endless token")
    void endless() {
        assertThat(refusal(ContinuationToken.parse("A".repeat(1_000_000)))).hasSizeLessThan(200);
    }

    @Test
    @DisplayName("are linked by a header that reads back")
    void header() {
        PageLinks both = new PageLinks(Optional.of(NEXT), Optional.of(PREVIOUS));

        assertThat(both.header())
                .contains("<https://peer.example/dsp/catalog/request?continuationToken=YQ>; rel=\"next\", "
                        + "<https://peer.example/dsp/catalog/request>; rel=\"previous\"");
        assertThat(PageLinks.parse(List.of(both.header().orElseThrow()), ASKED)).isEqualTo(both);
        assertThat(PageLinks.NONE.header()).isEmpty();
        assertThat(PageLinks.parse(List.of(), ASKED)).isEqualTo(PageLinks.NONE);
    }

    @ParameterizedTest
    @DisplayName("are found in every way of writing a link")
    @ValueSource(
            strings = {
                "<?continuationToken=YQ>;rel=next",
                "</dsp/catalog/request?continuationToken=YQ> ; title=\"a, b; rel=previous\" ; REL = \"last NEXT\"",
                "<https://elsewhere.example/>; rel=\"help\", <request?continuationToken=YQ>; rel=\"next\"; rel=\"previous\"",
                "<HTTPS://peer.example/dsp/catalog/request?continuationToken=YQ>; rel=next"
            })
    void spellings(String header) {
        PageLinks links = PageLinks.parse(List.of(header), ASKED);

        assertThat(links.next().map(uri -> uri.getRawPath() + "?" + uri.getRawQuery()))
                .contains("/dsp/catalog/request?continuationToken=YQ");
        assertThat(links.previous()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("are not followed to another host, port or scheme, nor where the header is no link")
    @ValueSource(
            strings = {
                "<https://evil.example/x>; rel=next",
                "<//evil.example/x>; rel=next",
                "<https://peer.example:444/x>; rel=next",
                "<http://peer.example/x>; rel=next",
                "<https://user@peer.example/x>; rel=next",
                "<mailto:a@peer.example>; rel=next",
                "<%zz>; rel=next",
                "rel=next",
                "<x; rel=next",
                ""
            })
    void refused(String header) {
        assertThat(PageLinks.parse(List.of(header), ASKED)).isEqualTo(PageLinks.NONE);
    }

    @Test
    @DisplayName("are not looked for in a header made to exhaust the reader")
    void hostile() {
        assertThat(PageLinks.parse(List.of("<a>" + ";a".repeat(2_000), "<a>; x=\"".repeat(500)), ASKED))
                .isEqualTo(PageLinks.NONE);
        assertThat(PageLinks.parse(List.of("<a>;rel=next," + " ".repeat(10_000)), ASKED))
                .isEqualTo(PageLinks.NONE);
    }
}
