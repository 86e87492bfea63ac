package org.hasekura.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/**
 * How one gets in: by a link that holds once, or with a name and a password.
 *
 * @param next the page that was wanted
 * @param name as it was entered
 * @param wrong why it was refused; empty before it was tried
 */
record SignInPage(String next, String name, Optional<String> wrong) implements Page {

    static Reply read(Asked asked) {
        return Reply.page(
                new SignInPage(asked.query().text("next").map(Links::inside).orElse("/"), "", Optional.empty()));
    }

    /** The same words for a wrong name and a wrong password. */
    static Reply byPassword(Asked asked, Ports ports, Sessions sessions, Attempts attempts) throws StoreFailed {
        Words words = asked.words();
        String name = asked.form().text("name").orElse("");
        String next = asked.form().text("next").map(Links::inside).orElse("/");
        String address = "address " + asked.address();
        if (!attempts.mayTry("name " + name) || !attempts.mayTry(address)) {
            return new Reply.Shown(429, new SignInPage(next, name, Optional.of(words.say("sign-in.too-often"))));
        }
        String password = asked.form().text("password").orElse("");
        Optional<Accounts.Account> account = ports.accounts().find(name);
        boolean isRight = password.length() <= Passwords.CHARACTERS_MAX
                && Passwords.isRight(password, account.map(Accounts.Account::password));
        if (!isRight) {
            attempts.failed("name " + name);
            attempts.failed(address);
            return Reply.refused(new SignInPage(next, name, Optional.of(words.say("sign-in.refused"))));
        }
        attempts.succeeded("name " + name);
        var roles = account.orElseThrow().roles();
        var person = new Viewer.Person(
                name, roles, roles.stream().sorted().findFirst().orElseThrow());
        return new Reply.Moved(next, Optional.empty(), Optional.of(sessions.begin(person)));
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

    /**
     * Acts in another role from now on, on the same page where that role may see it.
     *
     * @param routes all of the portal
     */
    static Reply act(Asked asked, Sessions sessions, List<PortalRoute> routes) {
        String name = asked.form().text("role").orElse("");
        Optional<Role> chosen = Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
        chosen.ifPresent(role -> sessions.act(asked.visit(), role));
        String next = asked.form().text("next").map(Links::inside).orElse("/");
        return Reply.to(chosen.filter(role -> !isFor(role, next, routes)).isPresent() ? "/" : Links.path(next));
    }

    private static boolean isFor(Role role, String path, List<PortalRoute> routes) {
        return routes.stream()
                .filter(each -> !each.isPost() && each.match(path).isPresent())
                .findFirst()
                .filter(each -> each.roles().isEmpty() || each.roles().contains(role))
                .isPresent();
    }

    @Override
    public String title(Words words) {
        return words.say("sign-in.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("sign-in.lead"));
    }

    @Override
    public boolean hasErrors() {
        return wrong.isPresent();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.of(
                """
                {}
                <h2>{}</h2>
                <p>{}</p>
                <pre tabindex="0"><code>./hasekura portal link</code></pre>
                <h2>{}</h2>
                {}""",
                Parts.errors(wrong.map(each -> Map.of("name", each)).orElseGet(Map::of), words),
                words.say("sign-in.by-link"),
                words.say("sign-in.by-link-how"),
                words.say("sign-in.by-password"),
                view.form(
                        "/sign-in",
                        Html.of(
                                """
                                <input type="hidden" name="next" value="{}">
                                <div><label for="name">{}</label><input type="text" id="name" name="name" value="{}" autocomplete="username"></div>
                                <div><label for="password">{}</label><input type="password" id="password" name="password" autocomplete="current-password"></div>
                                <button>{}</button>""",
                                next,
                                words.say("accounts.name"),
                                name,
                                words.say("accounts.password"),
                                words.say("sign-in.title"))));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("next", next, "wrong", wrong);
    }
}
