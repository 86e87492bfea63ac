package org.hasekura.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * For whom a page is made: the language, who looks, when and where from.
 *
 * @param path of the page without its language, beginning with a slash
 * @param query as it was asked for, without the question mark; empty when there was none
 * @param csrf what a form must bring back to be believed
 * @param notice the name of what was done just now: a message {@code notice.…}
 */
public record View(
        Words words,
        Viewer viewer,
        About about,
        Instant now,
        ZoneId zone,
        String path,
        String query,
        String csrf,
        Optional<String> notice) {

    public Language language() {
        return words.language();
    }

    /** The address of a page of the portal in this language. */
    public String href(String page) {
        return "/" + language().code() + page;
    }

    /** A time as people read it, with what programs read. */
    public Html time(Instant instant) {
        return Html.of("<time datetime=\"{}\">{}</time>", instant, words.moment(instant, zone));
    }

    public Html day(LocalDate day) {
        return Html.of("<time datetime=\"{}\">{}</time>", day, words.day(day));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** A form that posts to a page of the portal. */
    public Html form(String page, Html fields) {
        return Html.of("""
                <form method="post" action="{}" class="form" novalidate>
                <input type="hidden" name="csrf" value="{}">
                {}
                </form>""", href(page), csrf, fields);
    }

    /** A form that may bring a file; its token stands before everything else, so that it is known before the file comes. */
    public Html fileForm(String page, Html fields) {
        return Html.of("""
                <form method="post" action="{}" class="form" novalidate enctype="multipart/form-data">
                <input type="hidden" name="csrf" value="{}">
                {}
                </form>""", href(page), csrf, fields);
    }

    /** The same page in another language, its query kept. */
    String inLanguage(Language other) {
        return "/" + other.code() + Links.path(path) + (query.isEmpty() ? "" : "?" + query);
    }
}
