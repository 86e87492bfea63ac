package org.hasekura.partnership;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The time that a figure is of, as its source words it: {@code 2024}, {@code FY2021 end (Mar 2022)}, {@code about 2021}.
 *
 * @param published in English, for example {@code FY2024 end}
 */
public record PublishedPeriod(String published) {

    /** Each rewrites what it finds; the first ones find the longest. */
    private static final Map<Pattern, String> JAPANESE = japanese();

    private static Map<Pattern, String> japanese() {
        Map<Pattern, String> rules = new LinkedHashMap<>();
        rules.put(Pattern.compile("long term \\(plan of (\\d{4}), to FY(\\d{4})\\)"), "長期($1年の計画、$2年度まで)");
        rules.put(Pattern.compile(" \\(cumulative FY(\\d{4})-(\\d{2})\\)"), "($1~$2年度の累計)");
        rules.put(Pattern.compile(" \\(Mar (\\d{4})\\)"), "($1年3月)");
        rules.put(Pattern.compile("about (\\d{4})-(\\d{2})"), "$1~$2年頃");
        rules.put(Pattern.compile("about (\\d{4})"), "$1年頃");
        rules.put(Pattern.compile("FY(\\d{4}) end"), "$1年度末");
        rules.put(Pattern.compile("FY(\\d{4})"), "$1年度");
        rules.put(Pattern.compile("(\\d{4}) baseline"), "$1年(基準値)");
        rules.put(Pattern.compile("(\\d{4}) selection"), "$1年の選定");
        rules.put(Pattern.compile("^(\\d{4})$"), "$1年");
        return rules;
    }

    /** For readers of either language; what no rule knows stays as it was published. */
    public Phrase phrase() {
        String japanese = published;
        for (Map.Entry<Pattern, String> rule : JAPANESE.entrySet()) {
            japanese = rule.getKey().matcher(japanese).replaceAll(rule.getValue());
        }
        return new Phrase(published, japanese);
    }

    /** Puts periods in order: the first year that is named, then the text. */
    String order() {
        return published.replaceFirst("^\\D*", "") + " " + published;
    }
}
