package org.hasekura.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/**
 * One search over everything that has a page: participants, datasets here and at peers, exchanges, guests, questions, provisions and
 * commitments, and pages by their names.
 *
 * @param sought as it was typed
 */
record SearchPage(String sought, List<Found> found) implements Page {

    SearchPage {
        found = List.copyOf(found);
    }

    /**
     * Something that has a page.
     *
     * @param kind the message that says what it is
     */
    record Found(String kind, String path, String title, Html detail) {}

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        String sought = asked.query().text("q").orElse("").strip();
        return Reply.page(
                new SearchPage(sought, sought.isEmpty() ? List.of() : new SearchSources(asked, ports, sought).all()));
    }

    @Override
    public String title(Words words) {
        return words.say("search.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return sought.isEmpty()
                ? Optional.of(words.say("search.how"))
                : Optional.of(
                        found.isEmpty()
                                ? words.say("search.nothing", "sought", sought)
                                : words.count("search.found", found.size()));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.of(
                """
                <form method="get" action="{}" class="search" role="search">
                <label for="search-q">{}</label>
                <div class="line"><input type="search" id="search-q" name="q" value="{}"><button class="second">{}</button></div>
                </form>
                <ul class="tasks">{}</ul>""",
                view.href("/search"),
                words.say("search.for"),
                sought,
                words.say("exchanges.find"),
                Html.each(
                        found,
                        (Found each) -> Html.of(
                                "<li><div><a href=\"{}\">{}</a> <p class=\"hint\">{} {}</p></div></li>",
                                view.href(each.path()),
                                each.title(),
                                words.say(each.kind()),
                                each.detail())));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "sought",
                sought,
                "items",
                found.stream()
                        .map(each -> Map.of("kind", each.kind(), "path", each.path(), "title", each.title()))
                        .toList());
    }
}
