package org.hasekura.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A difference of law as lines for people. Cells that moved alike, for the same cause, stand in one line. */
public final class LawDifferenceText {
    private LawDifferenceText() {}

    /** The lines, in Japanese for that language, otherwise in English. */
    public static List<String> lines(LawDifference difference, Locale language) {
        Words words = Words.of(language);
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "diff.title", difference.before().toString(), difference.after().toString()));
        lines.add("");
        lines.add(words.say("diff.changes", difference.changes().size()));
        difference.changes().forEach(change -> lines.add("  " + change(change, words)));
        lines.add("");
        lines.add(words.say(
                "diff.moved",
                difference.moved().stream()
                        .filter(LawDifference.Moved::isOutcome)
                        .count()));
        cells(difference, true, words, lines);
        lines.add(words.say(
                "diff.grounds",
                difference.moved().stream().filter(one -> !one.isOutcome()).count()));
        cells(difference, false, words, lines);
        lines.add("");
        lines.add(words.say("matrix.footer", difference.lawData()));
        return lines.stream().map(FieldsJson::printable).toList();
    }

    private static String change(LawDifference.Change change, Words words) {
        String mark = change.confidence() == Confidence.CERTAIN
                ? ""
                : " [" + change.confidence().code() + "]";
        return change.day() + "  " + words.say("diff." + change.kind()) + "  " + change.id() + "  "
                + (words.japanese() ? change.textJa() : change.textEn()) + mark;
    }

    private static void cells(LawDifference difference, boolean outcome, Words words, List<String> lines) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (LawDifference.Moved moved : difference.moved()) {
            if (moved.isOutcome() == outcome) {
                String what = words.say("outcome." + moved.before().ruling().outcome()) + " → "
                        + words.say("outcome." + moved.after().ruling().outcome()) + "  ("
                        + String.join(", ", moved.cause()) + ")";
                pairs.computeIfAbsent(what, _ -> new ArrayList<>())
                        .add(moved.after().from() + "→" + moved.after().to());
            }
        }
        pairs.forEach((what, list) -> lines.add("  " + String.join(" ", list) + "  " + what));
    }
}
