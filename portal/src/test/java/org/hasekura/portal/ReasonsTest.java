package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.identity.Participant;
import org.hasekura.law.Law;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;
import org.hasekura.law.StatedFlow;
import org.hasekura.policy.Assessor;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reasons that the protocol carries in English")
class ReasonsTest {

    private static final Words JAPANESE = Words.in(Language.JA);
    private static final Words ENGLISH = Words.in(Language.EN);

    private static final Map<String, String> CONTACTS = Map.of(
            "personal", "true",
            "originRegime", "EU",
            "special", "none",
            "criminal", "false",
            "children", "false",
            "governmentId", "false",
            "hr", "false");

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
                "a ContractRequestMessage from the consumer is not possible while the negotiation is FINALIZED",
                "the agreement was ended",
                "because: the supplier was sold",
                "nothing new is begun: evidence of 2026-11-22T00:00:00Z has no timestamp of an authority, and the time of grace was over at 2026-11-23T00:00:00Z",
                "the provider refuses to serve the bytes: it answered 403",
                "tried 9 times to fetch the bytes",
                "`did:web:a.example` announces no DataService in its DID document",
                "`https://a.example/.well-known/did.json` cannot be fetched: no machine is known as 'a.example'",
                "`did:web:a.example` answered 404 to a request for its catalog: nobody",
                "`https://a.example:8443` gave no answer",
                "`did:web:a.example` does not cosign: 403 forbidden",
                "the offer is no longer there; choose again",
                "too much at once; ask again a little later",
                "`XX` is no country; it takes codes of ISO 3166-1, as `JP`",
                "the file `/data/x.csv` cannot be read: it is no file",
                "`https://api.example/x` cannot be read: `https://api.example` gave no answer",
                "`sample` would show personal data to everybody who reads the catalog; leave it out",
                "data fact `personal`: `perhaps` is neither `true` nor `false`"
            })
    @DisplayName("are read in Japanese, and in English as they came")
    void known(String sentence) {
        assertThat(Reasons.said(sentence, JAPANESE))
                .hasValueSatisfying(
                        said -> assertThat(said).matches("(?s).*[ぁ-んァ-ヶ一-龯].*").doesNotContain("{"));
        assertThat(Reasons.said(sentence, ENGLISH)).contains(sentence);
    }

    @Test
    @DisplayName("are those that are asked today about data of which the terms name no purpose")
    void noPurpose() {
        var self = new Participant(new Did(Samples.GERMANY.did()), FakeMarket.business("DE"), List.of());
        var peer = new Participant(new Did(FakeMarket.PEER), FakeMarket.business("JP"), List.of());
        Terms open = Terms.permitting(Permission.use());
        Ruling ruling = new Assessor(Law.load(), self)
                .assess(CONTACTS, Optional.of(peer), open, open, LocalDate.of(2026, 11, 21))
                .ruling();
        assertThat(ruling).isInstanceOfSatisfying(Ruling.Undecided.class, undecided -> {
            assertThat(undecided.missingFacts()).extracting(Question::id).contains("purpose");
            assertThat(undecided.missingFacts())
                    .allSatisfy(each -> assertThat(Reasons.said(each.textEn(), JAPANESE))
                            .as(each.textEn())
                            .isPresent());
        });
    }

    @Test
    @DisplayName("cite the law as the language does")
    void citations() {
        String sentence = "because of APPI Art. 28(1) (APPI:28(1))";
        assertThat(Reasons.said(sentence, JAPANESE)).contains("根拠:個人情報保護法第28条第1項(APPI:28(1))");
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

    @ParameterizedTest
    @ValueSource(strings = {"from=ZZ", "to=QQ", "what=x&purpose=research-for-fun&from=DE&to=JP&day=2026-11-21"})
    @DisplayName("that the law gives for a question it cannot take stand in Japanese on its page")
    void refusedQuestions(String query) throws StoreFailed {
        String page = new TestPortal().get("/ja/send?from=DE&to=JP&" + query).body();
        assertThat(page).doesNotContain("lang=\"en\">unknown");
    }

    @Test
    @DisplayName("are read in Japanese whatever is wrong with what one publishes")
    void publishing() throws StoreFailed {
        var browser = new TestPortal().as(Role.PROVIDER);
        String form = "id=x&title-en=X&file=x&what=open-statistics&answering=direct&csrf="
                + browser.get("/ja/publish").csrf();
        for (String wrong : List.of(
                "&columns=a;colour", "&seen-by=some&seen-by-country=ZZ", "&seen-by=some&seen-by-fact=colour:red")) {
            assertThat(browser.post("/ja/publish", form + wrong).body())
                    .as(wrong)
                    .contains("入力内容に問題があります")
                    .doesNotContain("<span lang=\"en\">");
        }
    }

    @Test
    @DisplayName("name countries, roles, states and messages in the reader's words")
    void terms() {
        assertThat(Reasons.said("unknown country `ZZ`", JAPANESE)).contains("国「ZZ」は登録されていません");
        assertThat(Reasons.said("unknown attribute of a tool `scc:9`; did you mean `scc-2021`?", JAPANESE))
                .contains("移転手段の属性「scc:9」は登録されていません。「scc-2021」のことですか");
        assertThat(Reasons.said(
                        "a ContractRequestMessage from the consumer is not possible while the negotiation is FINALIZED",
                        JAPANESE))
                .hasValueSatisfying(said -> assertThat(said).contains("データ提供の依頼", "利用者", "交渉", "成立"));
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
