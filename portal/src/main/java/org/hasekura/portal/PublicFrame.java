package org.hasekura.portal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frame of pages that lie as files. Links lead from file to file; a link to what only a node can answer becomes plain words, and
 * forms are left out.
 */
final class PublicFrame {

    private static final Pattern FORM = Pattern.compile("(?s)<form.*?</form>");
    private static final Pattern FILES = Pattern.compile("(?s)<p class=\"files\">.*?</p>");
    private static final Pattern KEEP = Pattern.compile("(?s)<h2>[^<]*</h2><p>[^<]*</p><ul class=\"keep\">.*?</ul>");
    private static final Pattern LINK = Pattern.compile(
            "(?s)<a( class=\"[^\"]*\")? href=\"/(en|ja)(/[^\"]*)\"( aria-label=\"[^\"]*\")?[^>]*>(.*?)</a>");
    private static final Pattern FONT = Pattern.compile("(?s)@font-face \\{.*?\\}\\s*");

    private PublicFrame() {}

    /** @param path of this page, and {@code paths} of all, below the language and without ending */
    static String html(Page page, String path, Set<String> paths, View view) {
        Words words = view.words();
        String title = page.title(words);
        String content = page.content(view).toString();
        for (Pattern left : new Pattern[] {FORM, FILES, KEEP}) {
            content = left.matcher(content).replaceAll("");
        }
        return Html.of(
                        """
                        <!doctype html>
                        <html lang="{}">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>{} – Hasekura</title>
                        <link rel="stylesheet" href="../site.css">
                        </head>
                        <body>
                        <a class="skip" href="#main">{}</a>
                        <header class="head"><div class="who"><a class="name" href="index.html"><span class="mark" aria-hidden="true"></span>Hasekura</a></div>
                        <nav class="languages" aria-label="{}"><ul>{}</ul></nav></header>
                        <div class="columns">
                        <nav class="menu" aria-label="{}"><ul>{}{}{}{}{}{}</ul></nav>
                        <div class="page"><main id="main" tabindex="-1">
                        <h1>{}</h1>
                        """,
                        view.language().code(),
                        title,
                        words.say("frame.skip"),
                        words.say("frame.language"),
                        Html.each(Arrays.asList(Language.values()), (Language each) -> language(each, path, view)),
                        words.say("frame.menu"),
                        item("index", "send.title", path, words),
                        item("law-personal", "law.title", path, words),
                        item("adequacy", "adequacy.title", path, words),
                        item("changes", "changes.title", path, words),
                        item("provisions", "provisions.title", path, words),
                        item("partnership", "menu.partnership", path, words),
                        title)
                + Html.when(page.lead(words), lead -> Html.of("<p class=\"lead\">{}</p>\n", lead))
                        .toString()
                + linked(content, paths, view)
                + Html.of(
                        """

                        </main></div></div>
                        <footer class="foot"><p>{}</p><p>{}</p></footer>
                        </body>
                        </html>
                        """,
                        words.say("frame.no-advice"),
                        words.say(
                                "public.foot",
                                "version",
                                view.about().lawDataVersion(),
                                "day",
                                words.day(view.today())));
    }

    private static Html language(Language each, String path, View view) {
        return each == view.language()
                ? Html.of("<li><span aria-current=\"true\">{}</span></li>", each.ownName())
                : Html.of(
                        "<li><a href=\"../{}/{}.html\" lang=\"{}\" hreflang=\"{}\">{}</a></li>",
                        each.code(),
                        path,
                        each.code(),
                        each.code(),
                        each.ownName());
    }

    private static Html item(String file, String key, String path, Words words) {
        return Html.of(
                "<li><a href=\"{}.html\"{}>{}</a></li>",
                file,
                file.equals(path) ? Html.of(" aria-current=\"page\"") : "",
                words.say(key));
    }

    private static String linked(String content, Set<String> paths, View view) {
        return LINK.matcher(content).replaceAll((MatchResult link) -> {
            String address = link.group(3).replace("&amp;", "&");
            Optional<String> file = PublicSite.file(address)
                    .filter(paths::contains)
                    .filter(_ -> PublicSite.isOfDay(address, view.today()));
            String kind = Optional.ofNullable(link.group(1)).orElse("");
            String label = Optional.ofNullable(link.group(4)).orElse("");
            String plain = file.map(
                            each -> "<a" + kind + " href=\"" + each + ".html\"" + label + ">" + link.group(5) + "</a>")
                    .orElse(link.group(5));
            return Matcher.quoteReplacement(plain);
        });
    }

    /** The first page: which language. */
    static String door() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Hasekura</title>
                <link rel="stylesheet" href="site.css">
                </head>
                <body>
                <main class="page">
                <h1>Hasekura</h1>
                <ul>
                <li><a href="en/index.html">May I send this? (English)</a></li>
                <li lang="ja"><a href="ja/index.html">このデータを送ってよいですか(日本語)</a></li>
                <li><a href="en/partnership.html">What did the EU and Japan promise each other? (English)</a></li>
                <li lang="ja"><a href="ja/partnership.html">日本とEUは何を約束したか(日本語)</a></li>
                </ul>
                </main>
                </body>
                </html>
                """;
    }

    /** The portal's sheet without its fonts: files that are read from a disk take those of the reader. */
    static String sheet() {
        var assets = new Assets();
        String address = assets.href("portal.css").substring("/assets/".length());
        if (assets.answer(address).orElseThrow() instanceof PortalAnswer.Whole whole) {
            return FONT.matcher(new String(whole.body(), StandardCharsets.UTF_8))
                    .replaceAll("");
        }
        throw new IllegalStateException("the portal's sheet is no whole answer");
    }
}
