package org.hasekura.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A document as HTML")
class HtmlTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    @DisplayName("stands alone, in its language, with heads in tables and the plot drawn")
    void whole(Language language) {
        String html = Html.of(Sample.in(language));
        assertThat(html)
                .startsWith("<!doctype html>\n<html lang=\"" + language.tag() + "\">")
                .contains("<th scope=\"col\">", "<th scope=\"row\">Art. 60</th>", "<svg ", "aria-label=\"")
                .contains("<a href=\"" + Sample.SOURCE + "\">GDPR Art. 45</a>")
                .doesNotContain("<script", "<link", "src=");
        assertThat(Html.of(Sample.in(language))).isEqualTo(html);
    }

    @Test
    @DisplayName("shows markup in its words as words")
    void escaped() {
        var document = new Document("<b>\"&\u0000", Language.ENGLISH, LocalDate.EPOCH, "x", "", "", List.of());
        assertThat(Html.of(document)).contains("<h1>&lt;b&gt;&quot;&amp;</h1>");
    }

    @Test
    @DisplayName("draws what is not known as a dash and no line beside it, never as zero")
    void unknown() {
        var plot = new Plot(
                Plot.Kind.LINES,
                "finding",
                "unit",
                List.of("a", "b", "c"),
                List.of(new Plot.Series(
                        "s", List.of(OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(-3)))),
                "source");
        String svg = Svg.of(plot);
        assertThat(svg).contains(">–</text>").doesNotContain("stroke-width=\"1.6\"");
        assertThat(svg.split("width=\"4\\.0\"", -1)).as("two points").hasSize(3);
    }

    @Test
    @DisplayName("has no links to scripts, and no plots or tables that do not fit together")
    void refused() {
        assertThatThrownBy(() -> Text.of("").andLink("x", URI.create("javascript:alert(1)")))
                .hasMessageContaining("`javascript:alert(1)`");
        assertThatThrownBy(() -> new Block.Table("t", List.of("a"), List.of(List.of())))
                .hasMessageContaining("0 cells under 1");
        assertThatThrownBy(() -> new Block.Heading(1, "x")).hasMessageContaining("level 1");
        assertThatThrownBy(() ->
                        new Plot(Plot.Kind.BARS, "f", "u", List.of("a"), List.of(new Plot.Series("s", List.of())), "s"))
                .hasMessageContaining("0 values for 1 labels");
    }
}
