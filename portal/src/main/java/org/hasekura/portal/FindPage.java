package org.hasekura.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.exchange.CatalogFilter;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Facet;
import org.hasekura.exchange.Listed;
import org.hasekura.exchange.Qualification;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.Reading;

/**
 * What is there: this node's own datasets and those of peers whose catalogs it reads, together.
 *
 * @param query what was asked, as it stands in the address
 * @param all how many there are where nothing is asked for; counted when nothing was found
 * @param names of the parties that were found, by DID
 * @param refusal why the question was not understood
 */
record FindPage(
        Fields query, CatalogSearch.Found found, OptionalLong all, Map<String, String> names, Optional<String> refusal)
        implements Page {

    private static final int PAGE = 20;
    private static final CatalogSearch.Found NOTHING =
            new CatalogSearch.Found(List.of(), OptionalLong.of(0), OptionalLong.empty(), Map.of());

    static Reply read(Asked asked, Market market) throws StoreFailed {
        Map<String, List<String>> given = new HashMap<>();
        asked.query().text("q").ifPresent(text -> given.put("text", List.of(text)));
        for (Facet facet : Facet.values()) {
            List<String> values = asked.query().all(facet.text()).stream()
                    .filter(each -> !each.isEmpty())
                    .toList();
            if (!values.isEmpty()) {
                given.put(facet.text(), values);
            }
        }
        if (asked.query().has("qualifies")) {
            given.put("qualifies", List.of("true"));
        }
        return switch (CatalogFilter.parse(given)) {
            case Reading.Refused<CatalogFilter> refused ->
                Reply.refused(new FindPage(
                        asked.query(), NOTHING, OptionalLong.empty(), Map.of(), Optional.of(refused.sentence())));
            case Reading.Read<CatalogFilter>(CatalogFilter filter) -> {
                CatalogSearch.Found found = market.find(
                        new CatalogSearch.Asked(filter, from(asked.query()), PAGE, Optional.empty(), true, true));
                OptionalLong all = found.hits().isEmpty() && !filter.equals(CatalogFilter.NONE)
                        ? market.find(new CatalogSearch.Asked(
                                        CatalogFilter.NONE, OptionalLong.empty(), 1, Optional.empty(), false, false))
                                .total()
                        : found.total();
                yield Reply.page(new FindPage(
                        asked.query(),
                        found,
                        all,
                        ParticipantsPage.names(market, asked.view().today()),
                        Optional.empty()));
            }
        };
    }

    private static OptionalLong from(Fields query) {
        return query.text("after")
                .filter(each -> each.matches("[0-9]{1,18}"))
                .map(each -> OptionalLong.of(Long.parseLong(each)))
                .orElse(OptionalLong.empty());
    }

    @Override
    public String title(Words words) {
        return words.say("find.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("find.lead"));
    }

    @Override
    public boolean hasErrors() {
        return refusal.isPresent();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.of(
                """
                {}
                <form method="get" action="{}" class="form ask" role="search">
                <div class="field wide"><label for="q">{}</label><input type="search" id="q" name="q" value="{}" maxlength="300"></div>
                {}
                <div class="field"><div class="choice"><input type="checkbox" id="qualifies" name="qualifies" value="true"{}><label for="qualifies">{}</label></div></div>
                <div class="field"><button>{}</button></div>
                </form>
                <p role="status">{}</p>
                <ul class="results">{}</ul>
                {}
                {}
                <p class="hint">{} <a href="{}">{}</a></p>""",
                Html.when(
                        refusal,
                        why -> Html.of(
                                "<div class=\"notice errors\" tabindex=\"-1\" role=\"alert\"><h2>{}</h2><p>{}</p></div>",
                                words.say("send.problem"),
                                Reasons.html(why, words))),
                view.href("/find"),
                words.say("find.words"),
                query.text("q").orElse(""),
                Html.each(
                        List.of(Facet.THEME, Facet.COUNTRY, Facet.PARTY, Facet.PERSONAL), facet -> choice(facet, view)),
                query.has("qualifies") ? Html.of(" checked") : "",
                words.say("find.only-qualified"),
                words.say("find.search"),
                counted(words),
                Html.each(found.hits(), hit -> result(hit, view)),
                Html.when(found.hits().isEmpty() && refusal.isEmpty(), () -> empty(view)),
                found.next().isPresent() ? more(found.next().getAsLong(), view) : Html.NOTHING,
                words.say("find.read-again"),
                view.href("/participants"),
                words.say("find.to-participants"));
    }

    private String counted(Words words) {
        if (found.hits().isEmpty()) {
            return words.say("find.found-none");
        }
        return found.total().isPresent()
                ? words.count("find.found", found.total().getAsLong())
                : words.say("find.found-many");
    }

    private Html choice(Facet facet, View view) {
        Words words = view.words();
        Optional<String> chosen = query.text(facet.text());
        var values = new ArrayList<CatalogSearch.Count>(found.counts().getOrDefault(facet, List.of()));
        chosen.filter(value -> values.stream().noneMatch(each -> each.value().equals(value)))
                .ifPresent(value -> values.add(new CatalogSearch.Count(value, 0)));
        return Html.of(
                """
                <div class="field"><label for="{}">{}</label><select id="{}" name="{}"><option value="">{}</option>{}</select></div>""",
                facet.text(),
                words.word("facet", facet),
                facet.text(),
                facet.text(),
                words.say("find.all"),
                Html.each(
                        values,
                        count -> Html.of(
                                "<option value=\"{}\"{}>{} ({})</option>",
                                count.value(),
                                chosen.filter(count.value()::equals).isPresent() ? Html.of(" selected") : "",
                                value(facet, count.value(), words),
                                count.datasets())));
    }

    private String value(Facet facet, String value, Words words) {
        return switch (facet) {
            case THEME -> Shown.theme(value, words);
            case COUNTRY -> words.country(value);
            case PARTY -> names.getOrDefault(value, value);
            case PERSONAL -> words.say(value.equals("true") ? "find.personal" : "find.not-personal");
            case FORMAT, LICENCE -> value;
        };
    }

    private Html result(CatalogSearch.Hit hit, View view) {
        Words words = view.words();
        Listed listed = hit.listed();
        return Html.of(
                """
                <li class="card"><h2><a href="{}">{}</a></h2>
                <p class="hint">{} · {} {}</p>
                <p>{}</p>
                {}
                {}</li>""",
                view.href("/find/" + listed.number()),
                Shown.title(listed, view.language()),
                DatasetPage.name(hit, names, view.about()),
                freshness(listed, view),
                listed.personal()
                        .map(each -> "· " + words.say(each ? "find.personal" : "find.not-personal"))
                        .orElse(""),
                Shown.text(listed.descriptions(), "", view.language()),
                Html.when(hit.qualification(), each -> Html.of("<p>{}</p>", Shown.chip(Optional.of(each), words))),
                Html.when(
                        DatasetPage.offers(listed).stream().findFirst(),
                        offer -> Html.of("<p class=\"terms\">{}</p>", Shown.terms(offer, view.language()))));
    }

    private static Html freshness(Listed listed, View view) {
        return switch (listed) {
            case Listed.Own _ -> Html.text(view.words().say("find.own"));
            case Listed.OfPeer ofPeer -> view.words().html("find.seen", "time", view.time(ofPeer.seen()));
        };
    }

    private Html empty(View view) {
        Words words = view.words();
        List<Html> filters = filters(view);
        if (filters.isEmpty() || all.equals(OptionalLong.of(0))) {
            return Html.of(
                    "<div class=\"empty\"><p>{}</p><p><a href=\"{}\">{}</a></p></div>",
                    words.say("find.never"),
                    view.href("/participants"),
                    words.say("find.to-participants"));
        }
        return Html.of(
                "<div class=\"empty\"><p>{}</p><ul>{}</ul><p>{} <a href=\"{}\">{}</a></p></div>",
                words.say("find.none"),
                Html.all(filters),
                all.isPresent() ? words.count("find.without", all.getAsLong()) : words.say("find.without-many"),
                view.href("/find"),
                words.say("find.without-filter"));
    }

    /** What was asked for, each with the way to the same question without it. */
    private List<Html> filters(View view) {
        Words words = view.words();
        var filters = new ArrayList<Html>();
        query.text("q").ifPresent(text -> filters.add(filter("q", words.say("find.words"), text, view)));
        for (Facet facet : Facet.values()) {
            query.text(facet.text())
                    .ifPresent(value -> filters.add(
                            filter(facet.text(), words.word("facet", facet), value(facet, value, words), view)));
        }
        if (query.has("qualifies")) {
            filters.add(filter("qualifies", words.say("find.only-qualified"), words.say("find.chosen"), view));
        }
        return filters;
    }

    private static Html filter(String name, String label, String value, View view) {
        String rest = Stream.of(view.query().split("&", -1))
                .filter(each -> !each.startsWith(name + "=") && !each.endsWith("="))
                .collect(Collectors.joining("&"));
        return Html.of(
                "<li>{}: <strong>{}</strong> <a href=\"{}\">{}<span class=\"hidden\">: {}</span></a></li>",
                label,
                value,
                view.href("/find") + (rest.isEmpty() ? "" : "?" + rest),
                view.words().say("find.leave-out"),
                label);
    }

    private Html more(long next, View view) {
        String kept = view.query().replaceAll("(^|&)after=[0-9]*", "");
        return Html.of(
                "<p><a class=\"button second\" href=\"{}\">{}</a></p>",
                view.href("/find") + "?" + (kept.isEmpty() ? "" : kept + "&") + "after=" + next,
                view.words().say("find.more"));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "items",
                found.hits().stream()
                        .map(hit -> {
                            var item = new LinkedHashMap<String, Object>();
                            item.put("id", hit.listed().id());
                            item.put("party", hit.party());
                            item.put("title", hit.listed().titles());
                            hit.qualification()
                                    .map(Qualification::getClass)
                                    .ifPresent(each -> item.put("qualifies", each.getSimpleName()));
                            return item;
                        })
                        .toList());
    }
}
