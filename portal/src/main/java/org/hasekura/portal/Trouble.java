package org.hasekura.portal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page instead of the one that was asked for: what is the matter, what is nevertheless safe, and what to do.
 *
 * @param detail what the message of its kind names: a reference for the operator, the roles that may, or the page
 *     to come back to
 */
record Trouble(Kind kind, String detail) implements Page {

    enum Kind {
        NOT_FOUND,
        NOT_ALLOWED,
        SIGNED_OUT,
        STALE_FORM,
        PEER_AWAY,
        FAILED
    }

    static Trouble notAllowed(Set<Role> roles) {
        return new Trouble(
                Kind.NOT_ALLOWED, roles.stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
    }

    @Override
    public String title(Words words) {
        return words.word("trouble.title", kind);
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.word("trouble.says", kind));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return switch (kind) {
            case NOT_FOUND ->
                Html.of("<p><a class=\"button\" href=\"{}\">{}</a></p>", view.href("/"), words.say("trouble.to-start"));
            case NOT_ALLOWED -> Html.of("<p>{}</p>", words.say("trouble.roles", "roles", roles(words)));
            case SIGNED_OUT ->
                Html.of(
                        """
                        <p data-signed-out hidden>{}</p><p class="without-script">{}</p>
                        <p><a class="button" href="{}" data-sign-in="{}">{}</a></p>""",
                        words.say("trouble.typed-kept"),
                        words.say("trouble.typed-not-kept"),
                        view.href("/sign-in") + "?next=" + Links.encode(detail),
                        view.href("/sign-in"),
                        words.say("frame.sign-in"));
            case PEER_AWAY -> Html.of("<p>{}</p>", Reasons.html(detail, words));
            case STALE_FORM -> Html.of("<p>{}</p>", words.say("trouble.again"));
            case FAILED -> Html.of("<p>{} <code>{}</code></p>", words.say("trouble.reference"), detail);
        };
    }

    private String roles(Words words) {
        return detail.lines()
                .flatMap(line -> java.util.Arrays.stream(line.split(",", -1)))
                .map(Role::valueOf)
                .map(role -> words.word("role", role))
                .collect(Collectors.joining(words.say("list.comma")));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("problem", kind, "detail", detail);
    }
}
