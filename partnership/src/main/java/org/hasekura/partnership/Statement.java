package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a joint statement in sentences, each with its place: {@code 12.2} is the second sentence of the twelfth
 * paragraph. Paragraphs count as they stand in the text, headings included.
 */
public record Statement(List<Sentence> sentences) {

    static final int CHARACTERS_MAX = 2_000_000;
    static final int SENTENCES_MAX = 5_000;
    private static final int SENTENCE_MAX = 4_000;

    /** A blank line, or a line that begins with a number, a letter in brackets or a dot, begins a paragraph. */
    private static final Pattern BREAK = Pattern.compile(
            "\\R[ \\t　]*\\R+|\\R(?=[ \\t　]*(?:\\d{1,3}[.)．]|\\([a-z0-9]{1,3}\\)|[-•●・○■–—*])[ \\t　]*\\S)");

    /** A full stop ends a sentence where a capital or the end follows, and no short form stands before it. */
    private static final Pattern END = Pattern.compile(
            "(?<=[。！？])|(?<!\\b(?:No|Art|para|Mr|Ms|Dr|e\\.g|i\\.e|St|approx|U\\.S|p|Vol))(?<=[.!?;])\\s+(?=[\\p{Lu}\"“(])");

    private static final Pattern MARK =
            Pattern.compile("^[ \\t　]*(?:\\d{1,3}[.)．]|\\([a-z0-9]{1,3}\\)|[-•●・○■–—*])[ \\t　]*");

    /** One sentence. */
    public record Sentence(int paragraph, int number, String text) {
        public String place() {
            return paragraph + "." + number;
        }
    }

    public Statement {
        sentences = List.copyOf(sentences);
    }

    public static Read<Statement> of(String text) {
        if (text.length() > CHARACTERS_MAX) {
            return new Read.Refused<>("", "the statement is longer than " + CHARACTERS_MAX + " characters");
        }
        var sentences = new ArrayList<Sentence>();
        int paragraph = 0;
        for (String each : BREAK.split(text.strip(), -1)) {
            String joined = joined(each);
            if (joined.isEmpty()) {
                continue;
            }
            paragraph++;
            int number = 0;
            for (String sentence : END.split(joined, -1)) {
                String stripped = sentence.strip();
                if (!stripped.isEmpty()) {
                    number++;
                    sentences.add(new Sentence(paragraph, number, cut(stripped)));
                }
            }
            if (sentences.size() > SENTENCES_MAX) {
                return new Read.Refused<>("", "the statement has more than " + SENTENCES_MAX + " sentences");
            }
        }
        return sentences.isEmpty()
                ? new Read.Refused<>("", "there is no text in it; a scanned page must be read by a person first")
                : new Read.Done<>(new Statement(sentences));
    }

    /** Lines of one paragraph in one; Japanese has no space where a line ended, and a hyphen there was made by the line. */
    private static String joined(String paragraph) {
        Matcher mark = MARK.matcher(paragraph);
        String body = mark.find() ? paragraph.substring(mark.end()) : paragraph;
        return body.replaceAll("(?<=\\p{Ll})-\\R[ \\t]*(?=\\p{Ll})", "")
                .replaceAll("(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}、。])[ \\t　]*\\R[ \\t　]*", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String cut(String sentence) {
        return sentence.length() <= SENTENCE_MAX ? sentence : sentence.substring(0, SENTENCE_MAX);
    }
}
