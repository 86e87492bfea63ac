package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Profiles of countries for people: a table of all, or everything on one. */
public final class CountryProfileText {
    private CountryProfileText() {}

    /** A heading, then a row per country. A star marks a decision that covers some recipients, purposes or data only. */
    public static List<List<String>> rows(List<CountryProfile> profiles, Phrasebook words) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                words.say("countries.name"),
                words.say("countries.member"),
                words.say("countries.received"),
                words.say("countries.given"),
                words.say("countries.outbound"),
                words.say("countries.sure")));
        for (CountryProfile profile : profiles) {
            rows.add(List.of(
                    profile.iso(),
                    words.country(profile.iso()),
                    profile.member().orElse("–"),
                    granted(profile.received()),
                    // All members let data flow by the same decisions of the Union; naming them thirty times hides the
                    // rest.
                    profile.member().isPresent()
                            ? words.say("countries.as-union", profile.given().size())
                            : granted(profile.given()),
                    profile.outbound().isEmpty()
                            ? "–"
                            : String.valueOf(profile.outbound().size()),
                    words.code(profile.sure().code())));
        }
        return rows;
    }

    /** Everything on one country, a line each. */
    public static List<String> lines(CountryProfile profile, Phrasebook words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.country(profile.iso()) + " (" + profile.iso() + ")"
                + profile.member().map(group -> ", " + group).orElse(""));
        section("countries.received", acts(profile.received(), words), words, lines);
        section("countries.given", acts(profile.given(), words), words, lines);
        section("countries.laws", profile.laws(), words, lines);
        section("countries.authorities", named(profile.authorities(), words), words, lines);
        section("countries.localisation", named(profile.localisation(), words), words, lines);
        section("countries.outbound", named(profile.outbound(), words), words, lines);
        lines.add("  " + words.say("countries.sure") + ": "
                + words.code(profile.sure().code()));
        return lines.stream().map(FieldsJson::printable).toList();
    }

    /** Under both: the day, the version of the data, and what signs mean. */
    public static String footer(LocalDate day, String lawData, Phrasebook words) {
        return words.say("countries.title", day, lawData);
    }

    private static void section(String heading, List<String> entries, Phrasebook words, List<String> lines) {
        lines.add("  " + words.say(heading));
        lines.addAll((entries.isEmpty() ? List.of(words.say("countries.not-held")) : entries)
                .stream().map(entry -> "    · " + entry).toList());
    }

    private static String granted(List<CountryProfile.Granted> all) {
        return all.isEmpty()
                ? "–"
                : all.stream()
                        .map(one -> one.act().token() + (one.partial() ? "*" : ""))
                        .collect(Collectors.joining(" "));
    }

    private static List<String> acts(List<CountryProfile.Granted> all, Phrasebook words) {
        return all.stream()
                .map(one -> one.act().token() + "  " + one.act().citation(words.language())
                        + (one.partial() ? words.say("countries.partial") : "")
                        + (one.act().confidence() == Confidence.CERTAIN
                                ? ""
                                : " [" + words.code(one.act().confidence().code()) + "]"))
                .toList();
    }

    private static List<String> named(List<CountryProfile.Named> all, Phrasebook words) {
        return all.stream().map(one -> words.of(one.en(), one.ja())).toList();
    }
}
