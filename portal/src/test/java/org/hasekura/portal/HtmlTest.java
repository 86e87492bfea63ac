package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("HTML")
class HtmlTest {

    @Test
    @DisplayName("escapes every text that is put into it, in places of text and of attributes")
    void escapes() {
        assertThat(Html.of("<a title=\"{}\">{}</a>", "\"'><script>", "<b>&"))
                .hasToString("<a title=\"&quot;&#39;&gt;&lt;script&gt;\">&lt;b&gt;&amp;</a>");
    }

    @Test
    @DisplayName("takes HTML as it is, and a list piece by piece")
    void takesHtml() {
        assertThat(Html.of("<p>{}{}</p>", Html.text("<"), List.of(Html.of("<i>{}</i>", 1), "&")))
                .hasToString("<p>&lt;<i>1</i>&amp;</p>");
    }

    @Test
    @DisplayName("never fills the places of a value that looks like a template")
    void valuesAreNoTemplates() {
        assertThat(Html.of("{} {}", "{}", "x")).hasToString("{} x");
    }

    @Test
    @DisplayName("refuses a template with more or fewer places than values")
    void counts() {
        assertThatThrownBy(() -> Html.of("{}")).hasMessageContaining("too few values");
        assertThatThrownBy(() -> Html.of("", 1)).hasMessageContaining("more than the places");
    }
}
