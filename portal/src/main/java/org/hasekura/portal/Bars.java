package org.hasekura.portal;

import java.util.List;
import java.util.Locale;

/**
 * Shares as bars below each other, each with its whole name: text of the page, which grows and wraps as the reader likes. What is
 * sure is drawn full, what may be more is drawn pale.
 */
final class Bars {

    private Bars() {}

    /**
     * One bar.
     *
     * @param low the share from 0 to 1 that is sure
     * @param high what it may be at most
     */
    record Bar(String name, double low, double high) {

        /** In per cent, a range where it is not known exactly. */
        String shown() {
            String from = percent(low);
            String to = percent(high);
            return (from.equals(to) ? from : from + "–" + to) + " %";
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f", 100 * share).replaceAll("\\.0$", "");
        }
    }

    /** @param finding what is to be seen, as a sentence */
    static Html of(String finding, List<Bar> bars) {
        return Html.of(
                "<figure><figcaption>{}</figcaption><ul class=\"bars\">{}</ul></figure>",
                finding,
                Html.each(bars, Bars::bar));
    }

    private static Html bar(Bar bar) {
        return Html.of(
                """
                <li><span>{}</span> <strong>{}</strong>
                <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="may" width="{}" height="4"></rect><rect class="sure" width="{}" height="4"></rect></svg></li>""",
                bar.name(),
                bar.shown(),
                String.format(Locale.ROOT, "%.1f", 100 * bar.high()),
                String.format(Locale.ROOT, "%.1f", 100 * bar.low()));
    }
}
