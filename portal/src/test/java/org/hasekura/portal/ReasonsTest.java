package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.hasekura.exchange.Reason;
import org.hasekura.law.Ruling;
import org.hasekura.law.StatedFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reasons that the protocol carries in English")
class ReasonsTest {

    private static final Words JAPANESE = Words.in(Language.JA);
    private static final Words ENGLISH = Words.in(Language.EN);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the provider offers other terms than were asked for; accept, counter or end",
                "may not be sent on 2026-11-22 (law data 2026-09.4)",
                "because of GDPR Article 44 (GDPR:44)",
                "connections with participants in `KE` are limited from 2026-11-22T00:00:00Z until 2026-12-01T00:00:00Z",
                "because: ordered by the ministry (order (EU) 1)",
                "asked 3 times since 2026-11-22 10:00 UTC, answered 503",
                "what is the role of the importer `did:web:a.example` on that day? the participant register does not say",
                "the negotiation has ended",
                "a ContractRequestMessage from the consumer is not possible while the negotiation is FINALIZED"
            })
    @DisplayName("are read in Japanese, and in English as they came")
    void known(String sentence) {
        assertThat(Reasons.said(sentence, JAPANESE))
                .hasValueSatisfying(
                        said -> assertThat(said).matches("(?s).*[ぁ-んァ-ヶ一-龯].*").doesNotContain("{"));
        assertThat(Reasons.said(sentence, ENGLISH)).contains(sentence);
    }

    @Test
    @DisplayName("keep what stands in their places, sentences within them said in the same language")
    void places() {
        assertThat(Reasons.said("asked 3 times since 2026-11-22 10:00 UTC, answered 503", JAPANESE))
                .contains("2026-11-22 10:00 UTCから3回求めましたが、応答:503");
        assertThat(Reasons.text(new Reason("x", List.of("the dataset is no longer on offer", "ask <Erika>")), JAPANESE))
                .isEqualTo("データセットの提供は終了しています、ask <Erika>");
    }

    @Test
    @DisplayName("are marked as foreign where people or other software wrote them")
    void foreign() {
        assertThat(Reasons.html("ask <Erika>", JAPANESE)).hasToString("<span lang=\"en\">ask &lt;Erika&gt;</span>");
        assertThat(Reasons.html("対象外です", ENGLISH)).hasToString("<span lang=\"ja\">対象外です</span>");
        assertThat(Reasons.said("x".repeat(3_000), JAPANESE)).isEmpty();
    }

    @Test
    @DisplayName("that the law gives are read in the words of the law data, each cure of a refusal among them")
    void ofTheLaw() {
        Sending sending = Sending.of(TestPortal.LAW, "DE", "KE", What.CUSTOMER_CONTACTS, LocalDate.of(2026, 11, 21));
        var valid = (StatedFlow.Valid) TestPortal.LAW.read(sending.statement());
        var refused = (Ruling.Forbidden) TestPortal.LAW.rule(valid.flow(), valid.day());
        assertThat(refused.cures())
                .isNotEmpty()
                .allSatisfy(cure -> assertThat(Reasons.said("would be cured by: " + cure.textEn(), JAPANESE))
                        .contains("解消する方法:" + cure.textJa()));
    }
}
