package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Words of a text")
class SearchWordsTest {

    private static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        SearchWords.of(text, 100, words::add);
        return words;
    }

    @Test
    @DisplayName("are runs of letters and digits where a script parts words")
    void parted() {
        assertThat(of("Wind-speed 2025, north\u2013sea")).containsExactly("wind", "speed", "2025", "north", "sea");
        assertThat(of("Данные о ветре")).containsExactly("данные", "о", "ветре");
        assertThat(of("")).isEmpty();
        assertThat(of("— … !")).isEmpty();
    }

    @Test
    @DisplayName("are pairs of characters, and the last one alone, where it does not")
    void unparted() {
        assertThat(of("輸送統計")).containsExactly("輸送", "送統", "統計", "計");
        assertThat(of("データ")).containsExactly("デー", "ータ", "タ");
        assertThat(of("東京2025年のCO2")).containsExactly("東京", "京", "2025", "年の", "の", "co2");
        assertThat(of("𠮷野家")).containsExactly("𠮷野", "野家", "家");
    }

    @ParameterizedTest
    @DisplayName("are the same for capitals, accents, wide and narrow forms")
    @CsvSource({"ÉNERGIE,energie", "Straße,strasse", "ＡＢＣ１２,abc12", "Åland,aland", "ﾃﾞｰﾀ,データ", "Ελλάδα,ελλαδα"})
    void folded(String written, String asked) {
        assertThat(of(written)).isEqualTo(of(asked));
    }

    @Test
    @DisplayName("keep the marks that make another sound")
    void sounds() {
        assertThat(of("か")).isNotEqualTo(of("が"));
        assertThat(of("ハハ")).isNotEqualTo(of("パパ"));
    }

    @Test
    @DisplayName("are asked for as beginnings when they are long enough, pairs as they are")
    void asked() {
        assertThat(SearchWords.asked("Wind in 輸送統計 東"))
                .isEqualTo(Set.of(
                        new SearchWords.Asked("wind", true),
                        new SearchWords.Asked("in", false),
                        new SearchWords.Asked("輸送", false),
                        new SearchWords.Asked("送統", false),
                        new SearchWords.Asked("統計", false),
                        new SearchWords.Asked("東", true)));
    }

    @Test
    @DisplayName("are no more and no longer than they may be")
    void limits() {
        assertThat(of("a".repeat(1_000))).containsExactly("a".repeat(SearchWords.WORD_MAX));
        List<String> words = new ArrayList<>();
        SearchWords.of("a b c d", 2, words::add);
        assertThat(words).containsExactly("a", "b");
    }
}
