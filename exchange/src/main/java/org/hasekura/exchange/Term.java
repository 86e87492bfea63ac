package org.hasekura.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hasekura.evidence.Hash;

/**
 * What the index of datasets is kept by: a letter for the kind, a colon, a value. Words and values are at most
 * {@value #VALUE_MAX} characters; of a longer value the end is its hash, so that it stays one of its own.
 */
final class Term {

    /** Every dataset that is listed has it. */
    static final String ALL = "a:";

    static final int VALUE_MAX = 200;

    /** Every dataset has it that is not shown to everybody. */
    static final String RESTRICTED = "r:";

    private static final char WORD = 'w';
    private static final char TERMS = 'k';
    private static final char GRANT = 'g';
    private static final int HASH_LETTERS = 32;

    private Term() {}

    static String word(String word) {
        return term(WORD, word);
    }

    static String of(Facet facet, String value) {
        return term(facet.code(), value);
    }

    /** What everything of this facet begins with. */
    static String all(Facet facet) {
        return facet.code() + ":";
    }

    /** Datasets that are shown to those who have this grant. */
    static String ofGrant(String grant) {
        return term(GRANT, grant);
    }

    /** Datasets with the same one are under the same terms and of the same facts, as far as a judgement goes. */
    static String ofTerms(String sha256) {
        return term(TERMS, sha256);
    }

    static String allTerms() {
        return TERMS + ":";
    }

    static String value(String term) {
        return term.substring(2);
    }

    /** The first text that comes after all that begin so, in the order of UTF-8's bytes. */
    static String afterAll(String beginning) {
        return beginning + Character.toString(Character.MAX_CODE_POINT);
    }

    private static String term(char kind, String value) {
        String text = storable(value);
        return kind
                + ":"
                + (text.length() <= VALUE_MAX
                        ? text
                        : beginning(text)
                                + Hash.sha256(text.getBytes(UTF_8)).hex().substring(0, HASH_LETTERS));
    }

    /** Without U+0000 and half surrogate pairs, which not every database takes; a peer may send them. */
    private static String storable(String value) {
        return new String(value.getBytes(UTF_8), UTF_8).replace('\0', ' ');
    }

    /** Never half a surrogate pair. */
    private static String beginning(String value) {
        int end = VALUE_MAX - HASH_LETTERS;
        return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end);
    }
}
