package org.hasekura.exchange;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Text in any language as the words by which it is found.
 *
 * <p>Where a script parts words, a word is a run of letters and digits. Where it does not (Han, Kana, Thai, ...), it is
 * each pair of neighbouring characters, and the last one alone: so a dataset titled 輸送統計 is found by 統計. Wide and
 * narrow forms, capitals and the accents of Latin letters make no difference. The same rules hold for what is written
 * and what is asked; they must not change without the index being made anew.
 */
final class SearchWords {

    static final int WORD_MAX = 40;
    /** A shorter word is looked for as it is, a longer one also as the beginning of others. */
    private static final int BEGINNING_MIN = 3;

    private SearchWords() {}

    /**
     * One thing that a dataset must have.
     *
     * @param asBeginning whether a word that begins so will do
     */
    record Asked(String word, boolean asBeginning) {}

    /** The words of what is described. */
    static void of(String text, int wordsMax, Consumer<String> word) {
        int[] left = {wordsMax};
        runs(text, (run, isParted) -> {
            if (isParted) {
                give(shortened(run), left, word);
                return;
            }
            int[] points = run.codePoints().toArray();
            for (int i = 0; i < points.length; i++) {
                give(new String(points, i, Math.min(2, points.length - i)), left, word);
            }
        });
    }

    private static void give(String word, int[] left, Consumer<String> taker) {
        if (left[0]-- > 0) {
            taker.accept(word);
        }
    }

    /** The words of a question. */
    static Set<Asked> asked(String text) {
        Set<Asked> asked = new LinkedHashSet<>();
        runs(text, (run, isParted) -> {
            int[] points = run.codePoints().toArray();
            if (isParted) {
                asked.add(new Asked(shortened(run), points.length >= BEGINNING_MIN && points.length < WORD_MAX));
            } else if (points.length == 1) {
                asked.add(new Asked(run, true));
            } else {
                for (int i = 0; i + 1 < points.length; i++) {
                    asked.add(new Asked(new String(points, i, 2), false));
                }
            }
        });
        return asked;
    }

    private static String shortened(String word) {
        return word.codePointCount(0, word.length()) <= WORD_MAX
                ? word
                : word.substring(0, word.offsetByCodePoints(0, WORD_MAX));
    }

    private interface Runs {
        void take(String run, boolean isParted);
    }

    /** Runs of letters and digits of scripts that part words, and of those that do not. */
    private static void runs(String text, Runs runs) {
        String folded = folded(text);
        int start = 0;
        boolean wasParted = false;
        for (int at = 0; at < folded.length(); ) {
            int point = folded.codePointAt(at);
            int next = at + Character.charCount(point);
            boolean isLetter = Character.isLetterOrDigit(point) || isMark(point);
            boolean isParted = isLetter && !isUnparted(point, wasParted);
            if (start < at && (!isLetter || isParted != wasParted)) {
                runs.take(folded.substring(start, at), wasParted);
                start = at;
            }
            if (!isLetter) {
                start = next;
            }
            wasParted = isParted;
            at = next;
        }
        if (start < folded.length()) {
            runs.take(folded.substring(start), wasParted);
        }
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether the character belongs to a script without spaces; a mark goes with what stands before it. */
    private static boolean isUnparted(int point, boolean wasParted) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            // The long-vowel mark ー belongs to both Kana.
            case COMMON -> point == 'ー';
            case INHERITED -> !wasParted;
            default -> false;
        };
    }

    private static String folded(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(each -> each < 0x80)) {
            return lower;
        }
        StringBuilder plain = new StringBuilder(lower.length());
        Normalizer.normalize(lower, Normalizer.Form.NFD)
                .codePoints()
                // The accents of Latin, Greek and Cyrillic; those of Kana are others and make another sound.
                .filter(point -> point < 0x300 || point > 0x36F)
                .forEach(plain::appendCodePoint);
        return Normalizer.normalize(plain, Normalizer.Form.NFKC).replace("ß", "ss");
    }
}
