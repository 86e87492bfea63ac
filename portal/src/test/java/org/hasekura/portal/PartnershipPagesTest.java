package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.partnership.Slot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of the partnership")
class PartnershipPagesTest {

    private final TestPortal browser = new TestPortal();

    @Test
    @DisplayName("show in both languages where the partnership stands, and where nothing is known")
    void compass() throws StoreFailed {
        TestPortal.Seen english = browser.get("/en/partnership");
        assertThat(english.status()).isEqualTo(200);
        assertThat(english.body())
                .contains(
                        "136 commitments: 82 can be verified",
                        "Gap: the text of “4th Digital Partnership Council (Brussels)”",
                        "<svg",
                        "98.4 (FY2024 end (Mar 2025), improving) I05",
                        "class=\"unknown\"");
        assertThat(browser.get("/ja/partnership").body()).contains("約束136件", "5Gカバー率", "本文は未入手");
    }

    @Test
    @DisplayName("narrow the commitments by words and filters in the address, as page, CSV and JSON")
    void commitments() throws StoreFailed {
        assertThat(browser.get("/en/partnership/commitments?words=arctic&point=infrastructure")
                        .body())
                .contains("MOC-SUB-02", "of 136 commitments", "<option value=\"infrastructure\" selected>")
                .doesNotContain("EPA-01");
        assertThat(browser.get("/ja/partnership/commitments?words=北極").body()).contains("DPC3-14");
        assertThat(browser.get("/en/partnership/commitments?words=zzz").body()).contains("No commitment is like that");
        assertThat(browser.get("/en/partnership/commitments?words=%3Cscript%3E").body())
                .contains("value=\"&lt;script&gt;\"");
    }

    @Test
    @DisplayName("show of one commitment who says what, the sources, the chain and the history")
    void commitment() throws StoreFailed {
        assertThat(browser.get("/en/partnership/commitments/EPA-P-01").body())
                .contains(
                        "paragraph not read",
                        "EPA-P-04",
                        "no report",
                        "Hasekura project",
                        "the treaty&#39;s committees");
        assertThat(browser.get("/en/partnership/commitments/EPA-99").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("make the agenda of the day, and say what both sides depend on")
    void others() throws StoreFailed {
        assertThat(browser.get("/en/partnership/agenda").body()).contains("DPC2-02", "days late", "JICA-EIB-01");
        assertThat(browser.get("/ja/partnership/autonomy").body()).contains("ガリウム", "不明", "R_GA");
    }

    @Test
    @DisplayName("put what happened in order, and chains from their beginning to where they stand")
    void inOrder() throws StoreFailed {
        assertThat(browser.get("/en/partnership/timeline?from=2024&to=2024&what=inForce")
                        .body())
                .contains("2024-07-01", "<svg")
                .doesNotContain("2023-07-03");
        assertThat(browser.get("/en/partnership/timeline?from=1999&to=1999").body())
                .contains("No commitment is like that");
        assertThat(browser.get("/ja/partnership/chains").body()).contains("EPA-P-01", "継承");
    }

    @Test
    @DisplayName("let no style, script or address of another place in")
    void ownOnly() throws StoreFailed {
        for (String page : List.of(
                "",
                "/commitments",
                "/commitments/DPC2-05",
                "/timeline",
                "/chains",
                "/agenda",
                "/autonomy",
                "/papers")) {
            assertThat(browser.get("/en/partnership" + page).body())
                    .as(page)
                    .doesNotContain("style=\"")
                    .doesNotContain("<script>")
                    .doesNotContain("src=\"http");
        }
    }

    @Test
    @DisplayName("names every area of the packaged register, and the field of a conflict, in Japanese as well")
    void inJapanese() {
        Words words = Words.in(Language.JA);
        List<String> areas = new FakeCouncil()
                .promises().register().all().stream()
                        .map(each -> each.commitment().area())
                        .distinct()
                        .toList();
        assertThat(areas)
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        area -> assertThat(PartnershipPages.area(area, words)).matches(".*[ぁ-んァ-ヶー一-龯].*|5G.*"));
        assertThat(PartnershipPages.area("fisheries", words)).isEqualTo("fisheries");
        assertThat(PartnershipPages.field(new Slot("DPC1-01", "expected"), words))
                .isEqualTo("見込み");
        assertThat(PartnershipPages.field(new Slot("DPC1-01", "citation-J01"), words))
                .isEqualTo("出典の箇所 J01");
        assertThat(PartnershipPages.field(new Slot("DPC1-01", "colour"), words)).isEqualTo("colour");
    }
}
