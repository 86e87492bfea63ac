package org.hasekura.law;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Instruments in single words: a type, a value after a colon, attributes after commas, as in {@code scc-2021:2,signed=2021-10-01} or
 * {@code bcr,approved}. The word after the colon is the module of clauses, for others the reference.
 */
final class ToolWords {
    private static final Map<String, String> SETS = Map.of(
            "scc-2001", "2001/497/EC", "scc-2004", "2004/915/EC", "scc-2010", "2010/87/EU", "scc-2021", "2021/914");

    /** Tools of GDPR Art. 46, whose law of the destination has to be assessed. */
    private static final Set<String> ASSESSED = Set.of(
            "SCC",
            "BCR",
            "ad-hoc-clauses",
            "administrative-arrangement",
            "authority-clauses",
            "certification",
            "code-of-conduct",
            "international-agreement",
            "UK-IDTA",
            "UK-addendum");

    private static final Map<String, BiConsumer<Safeguard.Builder, String>> CODES = Map.of(
            "set", Safeguard.Builder::set,
            "tia", Safeguard.Builder::tia,
            "supplementaryMeasures", Safeguard.Builder::supplementaryMeasures,
            "ref", Safeguard.Builder::ref,
            "form", Safeguard.Builder::form,
            "scope", Safeguard.Builder::scope,
            "periodicCheck", Safeguard.Builder::periodicCheck);
    private static final Map<String, BiConsumer<Safeguard.Builder, LocalDate>> DAYS = Map.of(
            "signed", Safeguard.Builder::signed,
            "tiaDate", Safeguard.Builder::tiaDate,
            "obtained", Safeguard.Builder::obtained);
    private static final Map<String, BiConsumer<Safeguard.Builder, Integer>> NUMBERS =
            Map.of("module", Safeguard.Builder::module, "filedWithinDays", Safeguard.Builder::filedWithinDays);

    private final LawData law;
    private final List<String> refusals;

    ToolWords(LawData law, List<String> refusals) {
        this.law = law;
        this.refusals = refusals;
    }

    List<Safeguard> read(List<String> tools, Optional<String> assessment) {
        List<Safeguard> safeguards = new ArrayList<>();
        boolean assessed = false;
        for (String tool : tools) {
            String[] words = tool.split(",", -1);
            String[] head = words[0].split(":", 2);
            String type = type(head[0]);
            Safeguard.Builder safeguard = Safeguard.of(type);
            Optional.ofNullable(SETS.get(head[0].toLowerCase(Locale.ROOT))).ifPresent(safeguard::set);
            if (head.length > 1) {
                attribute(safeguard, type.equals("SCC") ? "module" : "ref", head[1]);
            }
            for (int i = 1; i < words.length; i++) {
                attribute(safeguard, words[i]);
            }
            if (assessment.isPresent() && ASSESSED.contains(type)) {
                assessment(safeguard, assessment.get());
                assessed = true;
            }
            safeguards.add(safeguard.build());
        }
        if (assessment.isPresent() && !assessed) {
            refusals.add("the assessment `" + FieldsJson.shown(assessment.get())
                    + "` belongs to no tool; state one, such as `scc-2021:2`");
        }
        return safeguards;
    }

    private String type(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (SETS.containsKey(lower)) {
            return "SCC";
        }
        Set<String> known = codes("safeguard.type");
        for (String code : known) {
            if (code.toLowerCase(Locale.ROOT).equals(lower)) {
                return code;
            }
        }
        refusals.add(FlowReading.refusal("tool", word, FlowReading.join(known.stream(), SETS.keySet())));
        return word;
    }

    private void attribute(Safeguard.Builder safeguard, String word) {
        int equals = word.indexOf('=');
        if (equals >= 0) {
            attribute(safeguard, word.substring(0, equals), word.substring(equals + 1));
        } else if (codes("safeguard.flags").contains(word)) {
            safeguard.states(word, true);
        } else {
            refusals.add(FlowReading.refusal("attribute of a tool", word, attributes()));
        }
    }

    private void attribute(Safeguard.Builder safeguard, String name, String value) {
        if (name.equals("tia")) {
            assessment(safeguard, value);
        } else if (CODES.containsKey(name)) {
            CODES.get(name).accept(safeguard, check(name, "safeguard." + name, value));
        } else if (DAYS.containsKey(name)) {
            day(value).ifPresent(day -> DAYS.get(name).accept(safeguard, day));
        } else if (NUMBERS.containsKey(name)) {
            number(name, value).ifPresent(number -> NUMBERS.get(name).accept(safeguard, number));
        } else if (codes("safeguard.flags").contains(name)
                && Set.of("true", "false").contains(value)) {
            safeguard.states(name, value.equals("true"));
        } else {
            refusals.add(FlowReading.refusal("attribute of a tool", name + "=" + value, attributes()));
        }
    }

    /** {@code positive@2025-03-01}; the day may be left out. */
    private void assessment(Safeguard.Builder safeguard, String text) {
        String[] parts = text.split("@", 2);
        safeguard.tia(check("assessment", "safeguard.tia", parts[0]));
        if (parts.length > 1) {
            day(parts[1]).ifPresent(safeguard::tiaDate);
        }
    }

    private Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            refusals.add("`" + FieldsJson.shown(text) + "` is no day; write it as `2025-03-01`");
            return Optional.empty();
        }
    }

    private Optional<Integer> number(String name, String text) {
        if (text.matches("[0-9]{1,5}") && (!name.equals("module") || text.matches("[1-4]"))) {
            return Optional.of(Integer.valueOf(text));
        }
        refusals.add("`" + FieldsJson.shown(text) + "` is no " + name
                + (name.equals("module") ? "; the clauses have modules 1 to 4" : ""));
        return Optional.empty();
    }

    private String check(String what, String field, String code) {
        if (!codes(field).contains(code)) {
            refusals.add(FlowReading.refusal(what, code, codes(field)));
        }
        return code;
    }

    private Set<String> codes(String field) {
        return law.codes().getOrDefault(field, Set.of());
    }

    private List<String> attributes() {
        List<String> valued =
                FlowReading.join(CODES.keySet().stream(), FlowReading.join(DAYS.keySet().stream(), NUMBERS.keySet()));
        return FlowReading.join(valued.stream().map(name -> name + "="), codes("safeguard.flags"));
    }
}
