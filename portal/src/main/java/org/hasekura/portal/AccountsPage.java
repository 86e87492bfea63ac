package org.hasekura.portal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.hasekura.exchange.StoreFailed;

/**
 * Who may sign in with a password, and as what.
 *
 * @param entered the name of the account that could not be made
 */
record AccountsPage(List<Accounts.Account> accounts, String entered, Map<String, String> wrong) implements Page {

    private static final int ACCOUNTS_MAX = 1_000;

    AccountsPage {
        accounts = List.copyOf(accounts);
        wrong = Map.copyOf(wrong);
    }

    static Reply read(Ports ports) throws StoreFailed {
        return Reply.page(new AccountsPage(ports.accounts().all(), "", Map.of()));
    }

    /** Makes an account, or gives one of that name another password and other roles. */
    static Reply add(Asked asked, Ports ports, Sessions sessions, RandomGenerator random) throws StoreFailed {
        Words words = asked.words();
        String name = asked.form().text("name").orElse("");
        String password = asked.form().text("password").orElse("");
        Set<Role> roles = roles(asked.form());
        Map<String, String> wrong = new TreeMap<>();
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@'-]{0,99}")) {
            wrong.put("name", words.say("accounts.bad-name"));
        }
        if (password.length() < Passwords.CHARACTERS_MIN || password.length() > Passwords.CHARACTERS_MAX) {
            wrong.put("password", words.say("accounts.bad-password", "min", Passwords.CHARACTERS_MIN));
        }
        if (roles.isEmpty()) {
            wrong.put("role-PROVIDER", words.say("accounts.no-role"));
        }
        List<Accounts.Account> all = ports.accounts().all();
        if (all.size() >= ACCOUNTS_MAX) {
            wrong.put("name", words.say("accounts.too-many", "max", ACCOUNTS_MAX));
        }
        if (!wrong.isEmpty()) {
            return Reply.refused(new AccountsPage(all, name, wrong));
        }
        ports.accounts().put(new Accounts.Account(name, Passwords.kept(password, random), roles));
        sessions.endAllOf(name);
        return Reply.done("/accounts", "account-kept");
    }

    static Reply remove(Asked asked, Ports ports, Sessions sessions) throws StoreFailed {
        String name = asked.form().text("name").orElse("");
        ports.accounts().remove(name);
        sessions.endAllOf(name);
        return Reply.done("/accounts", "account-removed");
    }

    private static Set<Role> roles(Fields form) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> form.all("role").contains(role.name()))
                .forEach(roles::add);
        return roles;
    }

    @Override
    public String title(Words words) {
        return words.say("accounts.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("accounts.lead"));
    }

    @Override
    public boolean hasErrors() {
        return !wrong.isEmpty();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                Parts.errors(wrong, words),
                accounts.isEmpty()
                        ? Html.of("<div class=\"empty\"><p>{}</p></div>", words.say("accounts.none"))
                        : Html.of(
                                "<ul class=\"tasks\">{}</ul>",
                                Html.each(accounts, (Accounts.Account each) -> account(each, view))),
                Html.of("<h2>{}</h2>", words.say("accounts.add")),
                view.form(
                        "/accounts",
                        Html.all(
                                field("name", "text", "username", words.say("accounts.name"), entered),
                                field("password", "password", "new-password", words.say("accounts.password"), ""),
                                Html.of(
                                        "<fieldset><legend>{}</legend>{}</fieldset>",
                                        words.say("accounts.roles"),
                                        Html.each(Arrays.asList(Role.values()), (Role role) -> choice(role, words))),
                                Html.of("<button>{}</button>", words.say("accounts.keep")))));
    }

    private Html field(String id, String type, String completion, String label, String value) {
        Optional<String> bad = Optional.ofNullable(wrong.get(id));
        return Html.of(
                """
                <div class="field{}"><label for="{}">{}</label>{}
                <input type="{}" id="{}" name="{}" value="{}" autocomplete="{}"></div>""",
                bad.isPresent() ? " wrong" : "",
                id,
                label,
                Html.when(bad, each -> Html.of("<p class=\"wrong-words\">{}</p>", each)),
                type,
                id,
                id,
                value,
                completion);
    }

    private static Html choice(Role role, Words words) {
        return Html.of(
                "<div class=\"choice\"><input type=\"checkbox\" id=\"role-{}\" name=\"role\" value=\"{}\"><label for=\"role-{}\">{}</label></div>",
                role.name(),
                role.name(),
                role.name(),
                words.word("role", role));
    }

    private static Html account(Accounts.Account each, View view) {
        Words words = view.words();
        return Html.of(
                "<li><div><strong>{}</strong><p class=\"hint\">{}</p></div>{}</li>",
                each.name(),
                String.join(
                        words.say("list.comma"),
                        each.roles().stream()
                                .sorted()
                                .map(role -> words.word("role", role))
                                .toList()),
                view.form(
                        "/accounts/remove",
                        Html.of(
                                "<input type=\"hidden\" name=\"name\" value=\"{}\"><button class=\"danger\">{}<span class=\"hidden\">: {}</span></button>",
                                each.name(),
                                words.say("accounts.remove"),
                                each.name())));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "items",
                accounts.stream()
                        .map(each -> Map.of(
                                "name",
                                each.name(),
                                "roles",
                                each.roles().stream()
                                        .sorted()
                                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                                        .toList()))
                        .toList());
    }
}
