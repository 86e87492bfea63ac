package org.hasekura.portal;

import java.util.Map;
import java.util.Optional;

/** The first page: what this node is for. */
record StartPage(About about) implements Page {

    static Reply read(Asked asked) {
        return Reply.page(new StartPage(asked.view().about()));
    }

    @Override
    public String title(Words words) {
        return words.say("start.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("start.lead"));
    }

    @Override
    public Html content(View view) {
        return Html.of("<p>{}</p>", view.words().say("start.node", "organisation", about.organisation()));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("node", about.node(), "did", about.did(), "organisation", about.organisation());
    }
}
