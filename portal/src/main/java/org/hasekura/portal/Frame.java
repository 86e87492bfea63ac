package org.hasekura.portal;

import java.util.Arrays;
import java.util.List;

/**
 * The one frame around every page: which node this is and under whose law, who acts, the language; a short menu; where this
 * page stands; at its foot by which software and law data it was made, and the last checkpoint of the log.
 */
final class Frame {

    private final Assets assets;

    Frame(Assets assets) {
        this.assets = assets;
    }

    Html html(Page page, View view) {
        Words words = view.words();
        String title = page.title(words);
        return Html.of(
                """
                <!doctype html>
                <html lang="{}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="same-origin">
                <meta name="verifier" content="{}">
                <title>{}{} – {}</title>
                <link rel="icon" href="{}" type="image/svg+xml">
                <link rel="stylesheet" href="{}">
                <link rel="stylesheet" href="{}">
                {}
                <script type="module" src="{}"></script>
                </head>
                <body>
                <a class="skip" href="#main">{}</a>
                {}
                <div class="columns">
                {}
                <div class="page">
                {}
                <main id="main" tabindex="-1"{}>
                {}
                <h1>{}</h1>
                {}
                {}
                </main>
                </div>
                </div>
                {}
                </body>
                </html>
                """,
                view.language().code(),
                assets.href(Assets.VERIFIER),
                page.hasErrors() ? words.say("frame.error-title") + " " : "",
                title,
                view.about().organisation(),
                assets.href("mark.svg"),
                assets.href("portal.css"),
                "/assets/vendor/noto-sans-jp-5.3.1/wght.css",
                Html.each(
                        Arrays.asList(Language.values()),
                        (Language each) -> Html.of(
                                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">",
                                each.code(),
                                view.inLanguage(each))),
                assets.href("portal.js"),
                words.say("frame.skip"),
                header(view),
                menu(view),
                crumbs(page, view, title),
                typist(view),
                notice(view),
                title,
                Html.when(page.lead(words), lead -> Html.of("<p class=\"lead\">{}</p>", lead)),
                page.content(view),
                footer(view));
    }

    /** Who types on this page, for the script that keeps what was typed for nobody else. */
    private static Html typist(View view) {
        return view.viewer() instanceof Viewer.Person person
                ? Html.of(
                        " data-person=\"{}\" data-refilled=\"{}\"",
                        person.name(),
                        view.words().say("form.refilled"))
                : Html.NOTHING;
    }

    private static Html header(View view) {
        Words words = view.words();
        About about = view.about();
        return Html.of(
                """
                <header>
                <div class="head">
                <div class="who">
                <a class="name" href="{}"><span class="mark" aria-hidden="true"></span>Hasekura</a>
                <p class="organisation"><strong>{}</strong>
                <span class="jurisdiction"><span class="flagless" aria-hidden="true">{}</span> {}</span></p>
                </div>
                <div class="tools">
                {}
                {}
                {}
                </div>
                </div>
                {}
                </header>""",
                view.href("/"),
                about.organisation(),
                about.country(),
                words.say("frame.jurisdiction", "country", words.country(about.country())),
                search(view),
                languages(view),
                person(view),
                Html.when(
                        about.isDevelopment(),
                        () -> Html.of("<p class=\"development\">{}</p>", words.say("frame.development"))));
    }

    private static Html search(View view) {
        Words words = view.words();
        return Html.when(
                view.viewer().isSignedIn() && !view.path().equals("/search"),
                () -> Html.of(
                        """
                        <form method="get" action="{}" role="search" class="find">
                        <label for="find" class="hidden">{}</label>
                        <input type="search" id="find" name="q" placeholder="{}"><button class="quiet">{}</button>
                        </form>""",
                        view.href("/search"),
                        words.say("frame.search"),
                        words.say("frame.search"),
                        words.say("frame.find")));
    }

    private static Html languages(View view) {
        return Html.of(
                "<nav class=\"languages\" aria-label=\"{}\"><ul>{}</ul></nav>",
                view.words().say("frame.language"),
                Html.each(
                        Arrays.asList(Language.values()),
                        (Language each) -> each == view.language()
                                ? Html.of(
                                        "<li><span aria-current=\"true\" lang=\"{}\">{}</span></li>",
                                        each.code(),
                                        each.ownName())
                                : Html.of(
                                        "<li><a href=\"{}\" lang=\"{}\" hreflang=\"{}\">{}</a></li>",
                                        view.inLanguage(each),
                                        each.code(),
                                        each.code(),
                                        each.ownName())));
    }

    private static Html person(View view) {
        Words words = view.words();
        return switch (view.viewer()) {
            case Viewer.Guest _ ->
                view.path().equals("/sign-in")
                        ? Html.NOTHING
                        : Html.of(
                                "<a class=\"button quiet\" href=\"{}\">{}</a>",
                                view.href("/sign-in"),
                                words.say("frame.sign-in"));
            case Viewer.Person person ->
                Html.of(
                        """
                        <div class="person">
                        {}
                        {}
                        </div>""",
                        roles(person, view),
                        view.form(
                                "/sign-out",
                                Html.of(
                                        "<button class=\"quiet\" title=\"{}\">{}</button>",
                                        words.say("frame.signed-in-as", "name", person.name()),
                                        words.say("frame.sign-out"))));
        };
    }

    private static Html roles(Viewer.Person person, View view) {
        Words words = view.words();
        if (person.roles().size() == 1) {
            return Html.of("<p class=\"role\">{}</p>", words.word("role", person.acting()));
        }
        List<Role> roles = person.roles().stream().sorted().toList();
        return view.form(
                "/role",
                Html.of(
                        """
                        <input type="hidden" name="next" value="{}">
                        <label for="role">{}</label>
                        <select id="role" name="role" data-submits>{}</select>
                        <button class="quiet without-script">{}</button>""",
                        view.path(),
                        words.say("frame.acting-as"),
                        Html.each(
                                roles,
                                (Role role) -> Html.of(
                                        "<option value=\"{}\"{}>{}</option>",
                                        role.name(),
                                        role == person.acting() ? Html.of(" selected") : "",
                                        words.word("role", role))),
                        words.say("frame.switch")));
    }

    private static Html menu(View view) {
        Words words = view.words();
        return Html.of(
                "<nav class=\"menu\" aria-label=\"{}\"><ul>{}</ul></nav>",
                words.say("frame.menu"),
                Html.each(
                        Menu.of(view.viewer()),
                        (Menu.Item item) -> Html.of(
                                "<li><a href=\"{}\"{}>{}</a></li>",
                                view.href(item.path()),
                                isHere(item, view)
                                        ? Html.of(" aria-current=\"{}\"", isExactly(item, view) ? "page" : "true")
                                        : "",
                                words.say(item.key()))));
    }

    private static boolean isExactly(Menu.Item item, View view) {
        return view.path().equals(item.path());
    }

    private static boolean isBelow(Menu.Item item, View view) {
        return isExactly(item, view) || (!item.path().equals("/") && view.path().startsWith(item.path() + "/"));
    }

    /** Of two pages one of which is below the other, only the nearer. */
    private static boolean isHere(Menu.Item item, View view) {
        return isBelow(item, view)
                && Menu.of(view.viewer()).stream()
                        .noneMatch(other -> other.path().length() > item.path().length() && isBelow(other, view));
    }

    private static Html crumbs(Page page, View view, String title) {
        if (view.path().equals("/")) {
            return Html.NOTHING;
        }
        Words words = view.words();
        return Html.of(
                """
                <nav class="crumbs" aria-label="{}"><ol>
                <li><a href="{}">{}</a></li>
                {}
                <li aria-current="page">{}</li>
                </ol></nav>""",
                words.say("frame.crumbs"),
                view.href("/"),
                words.say("frame.start"),
                Html.each(
                        page.above(words),
                        (Page.Crumb crumb) ->
                                Html.of("<li><a href=\"{}\">{}</a></li>", view.href(crumb.path()), crumb.title())),
                title);
    }

    private static Html notice(View view) {
        return Html.when(
                view.notice().filter(each -> view.words().knows("notice." + each)),
                each -> Html.of(
                        "<div class=\"notice done\" role=\"status\"><p><strong>{}</strong></p></div>",
                        view.words().say("notice." + each)));
    }

    private static Html footer(View view) {
        Words words = view.words();
        About about = view.about();
        return Html.of(
                """
                <footer class="foot">
                <p>{}</p>
                <dl>
                <div><dt>{}</dt><dd>{} <code>{}</code></dd></div>
                <div><dt>{}</dt><dd>{}</dd></div>
                <div><dt>{}</dt><dd>{}</dd></div>
                <div><dt>{}</dt><dd>{}</dd></div>
                </dl>
                </footer>""",
                words.say("frame.no-advice"),
                words.say("frame.node"),
                about.node(),
                about.did(),
                words.say("frame.software"),
                about.softwareVersion(),
                words.say("frame.law-data"),
                about.lawDataVersion(),
                words.say("frame.checkpoint"),
                about.checkpoint()
                        .map(signed -> words.html(
                                "frame.checkpoint-of", "entries", signed.entries(), "time", view.time(signed.at())))
                        .orElseGet(() -> Html.text(words.say("frame.no-checkpoint"))));
    }
}
