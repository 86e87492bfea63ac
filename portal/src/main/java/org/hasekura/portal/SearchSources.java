package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.hasekura.exchange.CatalogFilter;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Participant;
import org.hasekura.law.ProvisionSearch;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Filter;
import org.hasekura.policy.Reading;
import org.hasekura.portal.SearchPage.Found;

/**
 * Where the search over everything looks: each kind of thing in its own way, and for those alone who may open its page.
 *
 * @param sought not empty
 */
record SearchSources(Asked asked, Ports ports, String sought) {

    /** So many of one kind; the page of the kind shows the rest. */
    static final int KIND_MAX = 20;

    /** As Japanese law is cited: article, paragraph. */
    private static final Pattern JAPANESE_ARTICLE = Pattern.compile("第?([0-9]+)条(?:の([0-9]+))?(?:第?([0-9]+)項)?");

    List<Found> all() throws StoreFailed {
        var found = new ArrayList<Found>();
        found.addAll(pages());
        found.addAll(participants());
        found.addAll(datasets());
        found.addAll(exchanges());
        found.addAll(guests());
        found.addAll(questions());
        found.addAll(provisions());
        found.addAll(commitments());
        return found;
    }

    private List<Found> pages() {
        return Menu.of(asked.view().viewer()).stream()
                .filter(item -> has(words().say(item.key())))
                .map(item -> new Found("search.page", item.path(), words().say(item.key()), Html.NOTHING))
                .toList();
    }

    private List<Found> participants() throws StoreFailed {
        LocalDate today = asked.view().today();
        var found = new ArrayList<Found>();
        for (Participant each : ports.market().participants()) {
            var facts = each.on(today);
            String did = each.did().text();
            String name = facts.name().orElse(did);
            String country = facts.country().map(words()::country).orElse("");
            if (found.size() < KIND_MAX && (has(name) || has(did) || has(country))) {
                found.add(new Found(
                        "search.participant", "/participants/" + Links.encode(did), name, Html.text(country)));
            }
        }
        return found;
    }

    private List<Found> datasets() throws StoreFailed {
        if (!(CatalogFilter.parse(Map.of("text", List.of(sought)))
                instanceof Reading.Read<CatalogFilter>(var filter))) {
            return List.of();
        }
        Map<String, String> names =
                ParticipantsPage.names(ports.market(), asked.view().today());
        var search = new CatalogSearch.Asked(filter, OptionalLong.empty(), KIND_MAX, Optional.empty(), true, false);
        return ports.market().find(search).hits().stream()
                .map(hit -> new Found(
                        "search.dataset",
                        "/find/" + hit.listed().number(),
                        Summary.title(hit.listed().titles(), hit.listed().id(), words()),
                        Html.text(DatasetPage.name(hit, names, asked.view().about()))))
                .toList();
    }

    private List<Found> exchanges() throws StoreFailed {
        return ports.exchanges().newest().stream()
                .filter(each -> ExchangesPage.has(each, lower(sought), words()))
                .limit(KIND_MAX)
                .map(each -> new Found(
                        "search.exchange",
                        ExchangePage.path(each.negotiation().pid()),
                        each.title(words()),
                        Html.of(
                                "{} {} {}",
                                words().word(
                                                "exchanges.role",
                                                each.negotiation().role()),
                                each.peer().html(words()),
                                each.standing().chip(words()))))
                .toList();
    }

    private List<Found> guests() throws StoreFailed {
        return ports.guests().all().stream()
                .filter(each -> has(each.guest().organisation())
                        || has(words().country(each.guest().country())))
                .limit(KIND_MAX)
                .map(each -> new Found(
                        "search.guest",
                        "/guests/" + Links.encode(each.id()),
                        each.guest().organisation(),
                        GuestLinkPage.chip(each, asked.view())))
                .toList();
    }

    private List<Found> questions() throws StoreFailed {
        if (!asked.view().viewer().isOneOf(QuestionsPage.SEEING)) {
            return List.of();
        }
        return ports.questions().all().stream()
                .filter(each -> has(each.text().orElse("")))
                .limit(KIND_MAX)
                .map(each -> new Found(
                        "search.question",
                        QuestionPage.path(each.id()),
                        QuestionsPage.shortened(each.text().orElse("")),
                        asked.view().day(each.dueBy())))
                .toList();
    }

    private List<Found> provisions() {
        return ProvisionSearch.find(ports.law().get(), asCited(sought)).stream()
                .limit(KIND_MAX)
                .map(each -> new Found(
                        "search.provision",
                        LawTexts.page(each.provision().token()),
                        LawTexts.citation(words().language(), each.provision()),
                        Html.text(LawTexts.name(words().language(), each.provision()))))
                .toList();
    }

    /** The law data cite {@code Art. 28(1)} for 第28条第1項. */
    private static String asCited(String sought) {
        var article = JAPANESE_ARTICLE.matcher(java.text.Normalizer.normalize(sought, java.text.Normalizer.Form.NFKC)
                .strip());
        return article.matches()
                ? "Art. " + article.group(1)
                        + Optional.ofNullable(article.group(2))
                                .map(no -> "-" + no)
                                .orElse("")
                        + Optional.ofNullable(article.group(3))
                                .map(no -> "(" + no + ")")
                                .orElse("")
                : sought;
    }

    private List<Found> commitments() {
        var filter = new Filter(
                List.of(sought.strip().split("\\s+", -1)),
                Filter.ALL.instrument(),
                Filter.ALL.area(),
                Filter.ALL.point(),
                Filter.ALL.standing(),
                Filter.ALL.owner(),
                Filter.ALL.isVerifiable(),
                Filter.ALL.isDated(),
                Filter.ALL.confidence());
        return filter.in(ports.council().promises().register()).stream()
                .limit(KIND_MAX)
                .map(each -> new Found(
                        "search.commitment",
                        PartnershipPages.COMMITMENTS + "/" + Links.encode(each.id()),
                        each.id(),
                        text(each)))
                .toList();
    }

    private Html text(Entry entry) {
        return Html.text(entry.commitment().text().in(Promises.locale(words())));
    }

    private boolean has(String text) {
        return lower(text).contains(lower(sought));
    }

    private String lower(String text) {
        return text.toLowerCase(words().language().locale());
    }

    private Words words() {
        return asked.words();
    }
}
