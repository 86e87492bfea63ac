package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Facet;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Find, offers and participants")
class MarketPagesTest {

    private static final String DID = "did:web:new.example";

    private final FakeMarket market = new FakeMarket();
    private final TestPortal browser = new TestPortal(market);

    @Test
    @DisplayName("are for those who have signed in, and their forms for those who act")
    void roles() throws StoreFailed {
        for (String path : List.of("/find", "/offers", "/participants")) {
            assertThat(browser.get("/en" + path).header("Location")).contains("/en/sign-in?next=" + Links.encode(path));
        }
        browser.as(Role.REGULATOR);
        assertThat(browser.get("/en/participants").body()).contains("東和精機").doesNotContain("Look it up");
        assertThat(browser.get("/en/offers").body()).contains("Contacts").doesNotContain("Withdraw");
        assertThat(browser.post(
                                "/en/offers/contacts/withdraw",
                                "reason=x&csrf=" + browser.get("/en/").csrf())
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("finds own and others' datasets with terms as a sentence, and says whether one qualifies")
    void find() throws StoreFailed {
        browser.as(Role.CONSUMER);
        String page = browser.get("/en/find").body();
        assertThat(page)
                .contains(
                        "3 datasets are found.",
                        "We qualify",
                        "We do not qualify",
                        "our own",
                        "<span lang=\"ja\">輸送統計 transport</span>")
                .contains("Contacts of &lt;customers&gt;", "Transport (1)", "東和精機");
        browser.get("/en/find?q=trans&theme=TRAN&qualifies=true");
        assertThat(market.searched.orElseThrow().filter().text()).isEqualTo("trans");
        assertThat(market.searched.orElseThrow().filter().qualifies()).isTrue();
        assertThat(market.searched.orElseThrow().filter().values().get(Facet.THEME))
                .containsExactly("TRAN");
        assertThat(browser.get("/en/find?q=nothing&country=KE").body())
                .contains(
                        "<p role=\"status\">Nothing is found.</p>",
                        "Nothing is found with all of this",
                        "Show everything",
                        "Without any of it there are 3 datasets")
                .contains("<strong>nothing</strong> <a href=\"/en/find?country=KE\">")
                .contains("<strong>Kenya</strong> <a href=\"/en/find?q=nothing\">");
        assertThat(browser.get("/en/find?country=Germany").status()).isEqualTo(422);
    }

    @Test
    @DisplayName("has a page for each, with what follows or why not, and asks for it")
    void dataset() throws StoreFailed {
        browser.as(Role.CONSUMER);
        String page = browser.get("/en/find/3").body();
        assertThat(page)
                .contains("What would follow:", "tell the data subjects", "Ask for it")
                .as("that asking may bind at once is said before")
                .contains("your node accepts at once and the agreement binds both sides");
        assertThat(browser.get("/en/find/2").body()).contains("no ground for health data");
        assertThat(browser.get("/en/find/1").body()).as("one's own").doesNotContain("Ask for it");
        assertThat(browser.get("/en/find/9").status()).isEqualTo(404);
        String csrf = "&csrf=" + browser.get("/en/find/3").csrf();
        assertThat(browser.post("/en/find/3/ask", "offer=offer-1" + csrf).body())
                .contains("a limit stops this");
        assertThat(market.asked).containsExactly(FakeMarket.PEER + " transport offer-1");
        assertThat(browser.post("/en/find/3/ask", "offer=other" + csrf).status())
                .isEqualTo(422);
        market.isPeerAway = true;
        assertThat(browser.post("/en/find/3/ask", "offer=offer-1" + csrf).body())
                .contains("does not answer");
        assertThat(market.asked).hasSize(1);
    }

    @Test
    @DisplayName("withdraws a dataset with a reason, and not without")
    void withdraw() throws StoreFailed {
        browser.as(Role.PROVIDER);
        String csrf = "&csrf=" + browser.get("/ja/offers/contacts/withdraw").csrf();
        assertThat(browser.post("/en/offers/contacts/withdraw", "reason=" + csrf)
                        .body())
                .contains("Write the reason");
        assertThat(market.datasets.get("contacts"))
                .satisfies(each -> assertThat(each.isOnOffer()).isTrue());
        assertThat(browser.post("/en/offers/contacts/withdraw", "reason=wrong+file" + csrf)
                        .header("Location"))
                .contains("/en/offers?notice=withdrawn");
        assertThat(market.offered(9)).isEmpty();
        assertThat(browser.get("/en/offers").body()).contains("Nothing is on offer yet");
        assertThat(browser.get("/en/offers/contacts/withdraw").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("adds a counterparty from its address: what it announces, what is missing, each fact with its source")
    void participants() throws StoreFailed {
        browser.as(Role.PROVIDER);
        String csrf = "&csrf=" + browser.get("/en/participants").csrf();
        assertThat(browser.post("/en/participants", "did=nonsense" + csrf).body())
                .contains("This is no address");
        assertThat(browser.post("/en/participants", "did=" + DID + csrf).header("Location"))
                .contains("/en/participants/did%3Aweb%3Anew.example");
        String fresh = browser.get("/en/participants/" + DID).body();
        assertThat(fresh)
                .contains("It announces: DataService", "Before the law can be asked", "Nothing is recorded of it yet");
        String fact = "/en/participants/" + DID;
        assertThat(browser.post(fact, "name=country&value=Nippon&source=register&from=2026-01-01" + csrf)
                        .body())
                .contains("The law does not know this value", "value=\"Nippon\"");
        assertThat(browser.post(fact, "name=country&value=jp&from=2026-01-01" + csrf)
                        .status())
                .isEqualTo(422);
        String japanese = "/ja/participants/" + DID;
        assertThat(browser.post(fact, "name=country&value=japan&source=register&from=2026-01-01" + csrf)
                        .status())
                .isEqualTo(303);
        assertThat(market.participant(new Did(DID)).orElseThrow().facts())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.name()).isEqualTo(Fact.Name.COUNTRY);
                    assertThat(each.value()).isEqualTo("JP");
                    assertThat(each.source()).isEqualTo("register");
                });
        assertThat(browser.get(fact).body()).contains("/en/send?from=DE&amp;to=JP", "Japan");
        String kind = LawTexts.code(Language.JA, "business");
        browser.post(japanese, "name=kind&value=" + Links.encode(kind) + "&source=register&from=2026-01-01" + csrf);
        assertThat(market.participant(new Did(DID)).orElseThrow().facts())
                .extracting(Fact::value)
                .containsExactly("JP", "business");
        market.isPeerAway = true;
        assertThat(browser.get(fact + "?look=1").body()).contains("could not be read just now", "no answer");
    }

    @Test
    @DisplayName("offers the countries of everybody in the register for the terms, and asks the law about each")
    void countries() throws StoreFailed {
        String french = "did:web:lyon.example";
        market.register.put(
                french, new Participant(new Did(french), List.of(FakeMarket.fact(Fact.Name.COUNTRY, "FR")), List.of()));
        browser.as(Role.PROVIDER);
        var form = browser.get("/en/publish");
        assertThat(form.body()).contains("<label for=\"in-FR\">France</label>", "<label for=\"in-DE\">Germany</label>");
        String check = browser.post(
                        "/en/publish",
                        "id=lists&title-en=Lists&what=customer-contacts&text=a%2Cb&purpose=statistics&answering=confirm&csrf="
                                + form.csrf())
                .body();
        assertThat(check).contains("France</a>", "Kenya</a>");
    }

    @Test
    @DisplayName("publishes in two steps: nothing is on offer before the answers, the terms and the law were seen")
    void publish() throws StoreFailed {
        browser.as(Role.PROVIDER);
        String csrf = "&csrf=" + browser.get("/en/publish").csrf();
        assertThat(browser.post("/en/publish", "title-en=T" + csrf).body())
                .contains("There is a problem", "href=\"#id\"", "href=\"#source\"", "value=\"T\"");
        String form = "id=lists&title-en=Lists&title-ja=" + Links.encode("名簿")
                + "&what=customer-contacts&text=a%2Cb&purpose=statistics&country=JP&country=KE&until=2030-12-31&answering=confirm";
        String check = browser.post("/en/publish", form + csrf).body();
        assertThat(check)
                .contains(
                        "Check before publishing",
                        "one line of text",
                        "Contacts of customers",
                        "Permitted with duties",
                        "Not permitted")
                .contains("name=\"country\" value=\"KE\"");
        assertThat(market.dataset("lists")).isEmpty();
        assertThat(browser.post("/en/publish", form + "&change=yes" + csrf).body())
                .contains("Go on to check", ">a,b</textarea>");
        assertThat(browser.post("/en/publish", form + "&confirmed=yes" + csrf).header("Location"))
                .contains("/en/offers?notice=published");
        assertThat(market.dataset("lists").orElseThrow().facts())
                .containsEntry("personal", "true")
                .containsEntry("originRegime", "EU");
        assertThat(browser.post("/en/publish", form.replace("&text=a%2Cb", "&file=/missing") + "&confirmed=yes" + csrf)
                        .body())
                .contains("`/missing` cannot be read", "Go on to check");
    }

    @Test
    @DisplayName("keeps a draft that lacks almost everything, opens it as it was, and publishes or discards it")
    void drafts() throws StoreFailed {
        browser.as(Role.PROVIDER);
        String csrf = "&csrf=" + browser.get("/en/publish").csrf();
        assertThat(browser.post("/en/publish", "title-en=T&save=yes" + csrf).status())
                .isEqualTo(422);
        String form =
                "id=sea&title-en=Sea&language-0=DE&title-0=Meer&what=customer-contacts&purpose=statistics&country=JP"
                        + "&seen-by=some&seen-by-party=" + FakeMarket.PEER + "&seen-by-country=jp,de&answering=manual";
        assertThat(browser.post("/en/publish", form + "&save=yes" + csrf).header("Location"))
                .contains("/en/offers?notice=draft-kept");
        assertThat(market.dataset("sea")).isEmpty();
        assertThat(market.draft("sea").orElseThrow().description().titles()).containsEntry("de", "Meer");
        assertThat(browser.get("/en/offers").body()).contains("Drafts", "/en/publish?draft=sea", ">Sea<");
        String opened = browser.get("/en/publish?draft=sea").body();
        assertThat(opened)
                .contains("value=\"Meer\"", "value=\"de\"", "name=\"draft\" value=\"sea\"", "value=\"DE, JP\"")
                .contains("value=\"customer-contacts\" selected", "value=\"statistics\" selected")
                .contains("name=\"seen-by-party\" value=\"" + FakeMarket.PEER + "\" checked")
                .contains("name=\"country\" value=\"JP\" checked");
        assertThat(browser.get("/en/publish?draft=nothing").status()).isEqualTo(404);
        browser.post("/en/publish", form + "&draft=sea&text=a&confirmed=yes" + csrf);
        assertThat(market.drafts).isEmpty();
        assertThat(market.dataset("sea").orElseThrow().visibility().grants())
                .containsExactly("country:DE", "country:JP", FakeMarket.PEER);
        browser.post("/en/publish", form + "&save=yes" + csrf);
        assertThat(browser.post("/en/drafts/sea/discard", csrf.substring(1)).header("Location"))
                .contains("/en/offers?notice=draft-discarded");
        assertThat(market.drafts).isEmpty();
    }

    @Test
    @DisplayName("asks what the data are before anything is published; a draft may leave it open")
    void whatTheDataAre() throws StoreFailed {
        browser.as(Role.PROVIDER);
        var form = browser.get("/en/publish");
        assertThat(form.body()).contains("<option value=\"\" selected>Choose</option>");
        String csrf = "&csrf=" + form.csrf();
        String typed = "id=sea&title-en=Sea&answering=manual&text=a&what=";
        assertThat(browser.post("/en/publish", typed + "&confirmed=yes" + csrf).body())
                .contains(
                        "There is a problem", "<a href=\"#what\">Choose what the data are: the law decides by it.</a>");
        assertThat(market.dataset("sea")).isEmpty();
        browser.post("/en/publish", typed + "&save=yes" + csrf);
        assertThat(market.drafts).hasSize(1);
        assertThat(browser.get("/en/publish?draft=sea").body()).contains("<option value=\"\" selected>Choose</option>");
    }

    @Test
    @DisplayName("proposes columns and a sample from the data, shows them, and never a sample of personal data")
    void records() throws StoreFailed {
        browser.as(Role.PROVIDER);
        String csrf = "&csrf=" + browser.get("/en/publish").csrf();
        String form = "id=sea&title-en=Sea&answering=manual&text=" + Links.encode("port,day,tons\nKobe,2026-11-22,4\n");
        String proposed = browser.post("/en/publish", form + "&what=open-statistics&propose=yes" + csrf)
                .body();
        assertThat(proposed)
                .contains("port; string\nday; date\ntons; integer</textarea>", "Kobe,2026-11-22,4\n</textarea>");
        String columns = "&columns=" + Links.encode("port; string; where\ntons; integer") + "&sample=Kobe%2C4";
        assertThat(browser.post("/ja/publish", form + "&what=open-statistics" + columns + csrf)
                        .body())
                .contains("整数", "Kobe", "where");
        browser.post("/en/publish", form + "&what=open-statistics&confirmed=yes" + columns + csrf);
        assertThat(market.dataset("sea").orElseThrow().shape().rows()).containsExactly(List.of("Kobe", "4"));
        assertThat(browser.get("/en/publish?of=sea").body()).contains("port; string; where\ntons; integer</textarea>");

        assertThat(browser.post("/en/publish", form + "&what=customer-contacts&propose=yes" + csrf)
                        .body())
                .contains("tons; integer</textarea>", "aria-describedby=\"sample-hint\"></textarea>");
        assertThat(browser.post("/en/publish", form + "&what=customer-contacts&confirmed=yes" + columns + csrf)
                        .body())
                .contains("href=\"#sample\"");
        for (String wrong : List.of("&columns=a%3B+hex", "&columns=a&sample=1%2C2", "&columns=a%0Aa")) {
            assertThat(browser.post("/en/publish", form + "&what=open-statistics" + wrong + csrf)
                            .body())
                    .contains("href=\"#columns\"");
        }
        assertThat(browser.post("/en/publish", "id=sea&file=x.bin&propose=yes" + csrf)
                        .body())
                .contains("Nothing could be proposed");
    }

    @Test
    @DisplayName("never takes 'some' without anybody, or somebody who is nobody, for everybody")
    void unclear() throws StoreFailed {
        browser.as(Role.PROVIDER);
        String csrf = "&csrf=" + browser.get("/en/publish").csrf();
        String form = "id=sea&title-en=Sea&text=a&answering=manual&seen-by=some";
        for (String who : List.of("", "&seen-by-country=Japan", "&seen-by-fact=colour%3Ared")) {
            assertThat(browser.post("/en/publish", form + who + "&confirmed=yes" + csrf)
                            .body())
                    .contains("href=\"#seen-by\"");
            assertThat(browser.post("/en/offers/contacts/visibility", "seen-by=some" + who + csrf)
                            .status())
                    .isEqualTo(422);
        }
        assertThat(browser.post(
                                "/en/publish",
                                form.replace("some", "everybody") + "&seen-by-country=JP&confirmed=yes" + csrf)
                        .body())
                .as("somebody named, and everybody chosen")
                .contains("href=\"#seen-by\"");
        assertThat(market.dataset("sea")).isEmpty();
        assertThat(market.dataset("contacts").orElseThrow().visibility().isForEveryone())
                .isTrue();
    }

    @Test
    @DisplayName("shows a dataset to others, and to everybody again")
    void visibility() throws StoreFailed {
        browser.as(Role.PROVIDER);
        String csrf = "&csrf=" + browser.get("/ja/offers/contacts/visibility").csrf();
        assertThat(browser.post(
                                "/en/offers/contacts/visibility",
                                "seen-by=some&seen-by-fact=credential%3AISO27001" + csrf)
                        .header("Location"))
                .contains("/en/offers?notice=shown");
        assertThat(market.dataset("contacts").orElseThrow().visibility().grants())
                .containsExactly("credential:ISO27001");
        assertThat(browser.get("/en/offers").body()).contains("credential:ISO27001");
        browser.post("/en/offers/contacts/visibility", "seen-by=everybody&seen-by-country=JP" + csrf);
        assertThat(market.dataset("contacts").orElseThrow().visibility().isForEveryone())
                .isTrue();
        assertThat(browser.get("/en/offers/nothing/visibility").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("opens what is on offer with facts and terms that the form cannot say, and keeps them")
    void asDescribed() throws StoreFailed {
        browser.as(Role.PROVIDER);
        Map<String, String> facts = Map.of("personal", "true");
        assertThat(market.dataset("contacts").orElseThrow().facts()).isEqualTo(facts);
        String opened = browser.get("/en/publish?of=contacts").body();
        assertThat(opened).contains("value=\"as-described\" selected", "name=\"of\" value=\"contacts\"");
        String csrf = "&csrf=" + browser.get("/en/publish").csrf();
        browser.post("/en/publish", "of=contacts&id=contacts&title-en=New&what=as-described&save=yes" + csrf);
        assertThat(market.draft("contacts").orElseThrow().description().facts()).isEqualTo(facts);
        assertThat(market.draft("contacts").orElseThrow().description().titles())
                .containsEntry("en", "New");
    }

    @Test
    @DisplayName("says what the law answers for each country, with facts and terms that were written in a file, too")
    void lawAsDescribed() throws StoreFailed {
        browser.as(Role.PROVIDER);
        Map<String, String> facts = Map.of("nonPersonal", "true");
        Dataset before = market.dataset("contacts").orElseThrow();
        market.datasets.put("contacts", Samples.describedBy(before, facts));
        String csrf = "&csrf=" + browser.get("/en/publish").csrf();
        String checked = browser.post(
                        "/en/publish",
                        "of=contacts&id=contacts&title-en=New&what=as-described&purpose=as-described&answering=confirm&text=a"
                                + csrf)
                .body();
        assertThat(checked)
                .contains("<span>Japan</span><span><span class=\"chip good\">Permitted</span>")
                .contains("<span>Kenya</span>");
    }

    @Test
    @DisplayName("says that personal data for any purpose leave every request to a person")
    void openPurpose() throws StoreFailed {
        browser.as(Role.PROVIDER);
        String csrf = "&csrf=" + browser.get("/en/publish").csrf();
        String form = "id=staff&title-en=Staff&what=employee-data&answering=confirm&text=a" + csrf;
        assertThat(browser.post("/en/publish", form).body()).contains("No purpose is chosen");
        assertThat(browser.post("/en/publish", form + "&purpose=general").body())
                .doesNotContain("No purpose is chosen");
    }

    @Test
    @DisplayName("takes no end that has passed or is no day, and no licence that is no address")
    void pastEnd() throws StoreFailed {
        browser.as(Role.PROVIDER);
        String csrf = "&csrf=" + browser.get("/en/publish").csrf();
        String form = "id=a&title-en=A&what=open-statistics&answering=confirm&text=a" + csrf;
        for (String wrong : List.of("&until=2020-01-01", "&until=tomorrow")) {
            assertThat(browser.post("/en/publish", form + wrong).body())
                    .contains("Choose a day from today on, or leave it empty.");
        }
        assertThat(browser.post("/en/publish", form + "&licence=free").body())
                .contains("Write the address of the licence");
    }

    @Test
    @DisplayName("says before a fact is recorded which transfers to that participant the law would then stop")
    void factStops() throws StoreFailed {
        var exchanges = new FakeExchanges();
        var people = new TestPortal(TestPortal.ports(exchanges)).as(Role.COMPLIANCE);
        String page = "/participants/did:web:partner.example";
        String fact = "name=sector&value=energy&source=register&from=2026-01-01&csrf="
                + people.get("/en" + page).csrf();
        exchanges.running = List.of("running-1", "running-2");
        TestPortal.Seen asked = people.post("/ja" + page, fact);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body())
                .contains("実行中の転送2件が直ちに判定し直されます")
                .contains("そのうち2件が止まります")
                .contains("/ja/exchanges/running-1\"><strong>連絡先")
                .contains("name=\"value\" value=\"energy\"");
        exchanges.runningTo = "JP";
        assertThat(people.post("/en" + page, fact).body()).contains("all of them go on");
        assertThat(people.post("/ja" + page, fact + "&confirmed=yes").header("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("?notice=fact-added"));
        exchanges.running = List.of();
        assertThat(people.post("/ja" + page, fact).header("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("?notice=fact-added"));
    }

    @Test
    @DisplayName("has the catalog of a counterparty read at once, and says when it could not be")
    void catalog() throws StoreFailed {
        browser.as(Role.CONSUMER);
        String page = "/en/participants/did:web:partner.example";
        assertThat(browser.get(page).body())
                .contains("Its catalog is not read")
                .contains("Read its catalog from now on");
        String csrf = "csrf=" + browser.get(page).csrf();
        market.isPeerAway = true;
        assertThat(browser.post(page + "/catalog", csrf).header("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("notice=catalog-not-read"));
        assertThat(browser.get(page).body()).contains("it does not answer");
        market.isPeerAway = false;
        assertThat(browser.post(page + "/catalog", csrf).header("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("notice=catalog-read"));
        assertThat(browser.get(page).body()).contains("2 datasets are found").contains("Read it again now");
        market.datasetsOfPeers = 0;
        browser.post(page + "/catalog", csrf);
        assertThat(browser.get(page).body())
                .contains("Its catalog shows us no dataset")
                .doesNotContain("0 datasets");
        browser.as(Role.REGULATOR);
        assertThat(browser.get(page).body()).doesNotContain("Read it again now");
    }

    @Test
    @DisplayName("states facts and terms that law and policy understand, for everything that can be chosen")
    void understood() {
        for (What what : What.values()) {
            for (String purpose : TestPortal.LAW.codes("purposeCode")) {
                Publication publication = Publication.read(
                        Fields.read("id=x&title-en=x&file=x&what=" + Sending.slug(what) + "&purpose=" + purpose
                                + "&country=JP&until=2030-01-01"),
                        Optional.empty());
                assertThat(publication.problems(TestPortal.LAW, LocalDate.of(2026, 11, 22)))
                        .isEmpty();
                assertThat(publication.faults("EU")).as(what + " " + purpose).isEmpty();
            }
        }
    }
}
