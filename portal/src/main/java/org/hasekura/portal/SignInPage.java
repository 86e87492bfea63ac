package org.hasekura.portal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * How one gets in: by a link that holds once.
 *
 * @param next the page that was wanted
 */
record SignInPage(String next) implements Page {

    @Override
    public String title(Words words) {
        return words.say("sign-in.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("sign-in.lead"));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.of("""
                <h2>{}</h2>
                <p>{}</p>
                <pre><code>./hasekura portal link</code></pre>""", words.say("sign-in.by-link"), words.say("sign-in.by-link-how"));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("next", next);
    }

    static Reply byLink(Asked asked, Sessions sessions) {
        return sessions.redeem(asked.place("token"))
                .<Reply>map(person -> new Reply.Moved("/", Optional.empty(), Optional.of(sessions.begin(person))))
                .orElseGet(() -> new Reply.Moved("/sign-in", Optional.of("link-used"), Optional.empty()));
    }

    static Reply signOut(Asked asked, Sessions sessions) {
        sessions.end(asked.visit());
        return new Reply.Moved("/", Optional.of("signed-out"), Optional.of(""));
    }

    /** Takes another of the roles one has. */
    static Reply act(Asked asked, Sessions sessions) {
        String name = asked.form().text("role").orElse("");
        Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .ifPresent(role -> sessions.act(asked.visit(), role));
        return Reply.to(asked.form().text("next").map(Links::inside).orElse("/"));
    }
}
