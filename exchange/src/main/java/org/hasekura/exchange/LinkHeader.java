package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads one value of a {@code Link} header from left to right. What follows the first mistake is passed over, since
 * nobody can say where the next link would begin. RFC 8288 §3.
 */
final class LinkHeader {

    private static final int HEADER_MAX = 8_192;

    /** A target, not yet resolved, and its relations in lower case. */
    record Link(String target, List<String> relations) {}

    private final String text;
    private int at;

    private LinkHeader(String text) {
        this.text = text;
    }

    static List<Link> parse(String header) {
        List<Link> links = new ArrayList<>();
        if (header.length() <= HEADER_MAX) {
            LinkHeader reader = new LinkHeader(header);
            while (reader.link(links)) {
                // each call takes one link
            }
        }
        return links;
    }

    /** Takes one link; false at the end and at the first mistake. */
    private boolean link(List<Link> links) {
        while (is(',') || isSpace()) {
            at++;
        }
        int close = is('<') ? text.indexOf('>', at) : -1;
        if (close < 0) {
            return false;
        }
        String target = text.substring(at + 1, close);
        at = close + 1;
        List<String> relations = List.of();
        skipSpace();
        while (is(';')) {
            at++;
            skipSpace();
            String name = until(";,= \t").toLowerCase(Locale.ROOT);
            String value = value();
            // Only the first `rel` counts (§3.3).
            if (name.equals("rel") && relations.isEmpty()) {
                relations = List.of(value.toLowerCase(Locale.ROOT).trim().split("\\s+"));
            }
            skipSpace();
        }
        if (at < text.length() && !is(',')) {
            return false;
        }
        links.add(new Link(target, relations));
        return true;
    }

    /** What stands behind {@code =}, without quotes; empty where there is no value. */
    private String value() {
        skipSpace();
        if (!is('=')) {
            return "";
        }
        at++;
        skipSpace();
        return is('"') ? quoted() : until(";, \t");
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && !is('"')) {
            at += is('\\') ? 1 : 0;
            if (at < text.length()) {
                value.append(text.charAt(at++));
            }
        }
        at = Math.min(at + 1, text.length());
        return value.toString();
    }

    private String until(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (isSpace()) {
            at++;
        }
    }

    private boolean isSpace() {
        return is(' ') || is('\t');
    }

    private boolean is(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }
}
