package org.hasekura.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hasekura.law.ControlledTech;
import org.hasekura.law.FlowData;
import org.hasekura.law.Onward;
import org.hasekura.law.Party;
import org.hasekura.law.Question;

/**
 * The facts stated on a dataset, read for the law.
 *
 * <p>Fields and codes are those of the law's cases. Yes or no is {@code true} or {@code false}; several codes are parted
 * by commas, {@code none} says that there are none, {@code unknown} is as good as silence. Controlled technology is
 * {@code <list>} or {@code <list>:<entry>}. Whether the data are personal must be stated, and of personal data the
 * fields that every case states; of the others silence means absent, as in the cases.
 */
public sealed interface DataFacts {

    /** Enough for the law to judge. */
    record Described(FlowData data, Optional<Onward> onward) implements DataFacts {}

    /** Nothing wrong, but not enough. */
    record Incomplete(List<Question> missing) implements DataFacts {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /** Facts that cannot be so: each a sentence that names the field, and the nearest known one. */
    record Wrong(List<String> errors) implements DataFacts {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }

    static DataFacts parse(Map<String, String> facts) {
        Map<DataField, String> stated = new EnumMap<>(DataField.class);
        List<String> errors = new ArrayList<>();
        new TreeMap<>(facts).forEach((name, value) -> {
            Optional<DataField> field = DataField.of(name);
            if (field.isEmpty()) {
                errors.add(Words.unknown("data fact", name, DataField.texts()));
                return;
            }
            String said = value.strip();
            Optional<String> fault = fault(field.get(), said);
            fault.ifPresent(errors::add);
            if (fault.isEmpty() && !said.equals("unknown")) {
                stated.put(field.get(), said);
            }
        });
        errors.addAll(contradictions(stated));
        if (!errors.isEmpty()) {
            return new Wrong(errors);
        }
        List<Question> missing = missing(stated);
        return missing.isEmpty() ? described(stated) : new Incomplete(missing);
    }

    private static Optional<String> fault(DataField field, String value) {
        String name = "data fact `" + field.text() + "`";
        if (value.equals("unknown")) {
            return Optional.empty();
        }
        if (value.isEmpty() || value.length() > 2_000) {
            return Optional.of(name + " takes 1 to 2000 characters, has " + value.length());
        }
        if (field.isYesOrNo()) {
            return value.equals("true") || value.equals("false")
                    ? Optional.empty()
                    : Optional.of(name + ": " + Words.shown(value) + " is neither `true` nor `false`");
        }
        return field == DataField.CATEGORIES
                ? Optional.empty()
                : codes(field, value).stream()
                        .filter(code -> !field.codes().contains(code))
                        .findFirst()
                        .map(code -> Words.unknown("code for " + name, code, field.codes()));
    }

    /** The codes in a value; none for {@code none}, unless that is itself a code. */
    private static Set<String> codes(DataField field, String value) {
        if (value.equals("none") && !field.codes().contains("none")) {
            return Set.of();
        }
        String bare = field == DataField.CONTROLLED_TECH ? value.split(":", 2)[0] : value;
        Set<String> codes = new LinkedHashSet<>();
        Arrays.stream(field.isList() ? bare.split(",") : new String[] {bare})
                .map(String::strip)
                .forEach(codes::add);
        return codes;
    }

    private static List<String> contradictions(Map<DataField, String> stated) {
        List<String> errors = new ArrayList<>();
        boolean isPersonal = is(stated, DataField.PERSONAL) || is(stated, DataField.PSEUDONYMISED);
        for (DataField other : List.of(DataField.NON_PERSONAL, DataField.ANONYMISED)) {
            if (isPersonal && is(stated, other) && !stated.containsKey(DataField.APPI_CLASS)) {
                errors.add(
                        "data facts `" + other.text() + "` and `personal` or `pseudonymised` cannot both be `true`; for"
                                + " data that cannot be parted say `mixed` = `inextricable` and leave out `"
                                + other.text() + "`");
            }
        }
        if ("none".equals(stated.get(DataField.ORIGIN_REGIME)) && isPersonal) {
            errors.add("data fact `originRegime`: personal data came under some law; `none` is for non-personal data");
        }
        return errors;
    }

    private static List<Question> missing(Map<DataField, String> stated) {
        List<Question> missing = new ArrayList<>();
        boolean isPersonal = is(stated, DataField.PERSONAL)
                || is(stated, DataField.PSEUDONYMISED)
                || coded(stated, DataField.MIXED).isPresent()
                || coded(stated, DataField.APPI_CLASS).isPresent();
        boolean isNot = is(stated, DataField.NON_PERSONAL) || is(stated, DataField.ANONYMISED);
        if (!isPersonal && !isNot) {
            missing.add(Questions.data(
                    "personal", "is it personal data? say `personal` or `nonPersonal` or `anonymised`" + " = `true`"));
        }
        for (DataField field : DataField.values()) {
            if (isPersonal && field.isAsked() && !stated.containsKey(field)) {
                missing.add(Questions.data(field.text(), "not stated on the dataset"));
            }
        }
        return missing;
    }

    private static DataFacts described(Map<DataField, String> stated) {
        FlowData.Builder data = FlowData.builder()
                .personal(is(stated, DataField.PERSONAL))
                .nonPersonal(is(stated, DataField.NON_PERSONAL))
                .pseudonymised(is(stated, DataField.PSEUDONYMISED))
                .anonymised(is(stated, DataField.ANONYMISED))
                .originRegime(stated.getOrDefault(DataField.ORIGIN_REGIME, "none"))
                .categories(listed(stated, DataField.CATEGORIES))
                .special(listed(stated, DataField.SPECIAL))
                .criminal(is(stated, DataField.CRIMINAL))
                .children(is(stated, DataField.CHILDREN))
                .governmentId(is(stated, DataField.GOVERNMENT_ID))
                .hr(is(stated, DataField.HR))
                .industrial(is(stated, DataField.INDUSTRIAL))
                .creditInformation(is(stated, DataField.CREDIT_INFORMATION))
                .passengerNameRecord(is(stated, DataField.PNR))
                .automated(!"false".equals(stated.get(DataField.AUTOMATED)))
                .methodInfoDeleted(is(stated, DataField.METHOD_INFO_DELETED));
        coded(stated, DataField.APPI_CLASS).ifPresent(data::appiClass);
        coded(stated, DataField.MIXED).ifPresent(data::mixed);
        coded(stated, DataField.NATIONAL_ID).ifPresent(data::nationalId);
        coded(stated, DataField.PROTECTED).ifPresent(data::protectedAs);
        coded(stated, DataField.CLASSIFICATION).ifPresent(data::classification);
        coded(stated, DataField.SYSTEM).ifPresent(data::system);
        coded(stated, DataField.CONTROLLED_TECH)
                .map(value -> value.split(":", 2))
                .map(parts -> new ControlledTech(
                        parts[0],
                        parts.length == 2 ? Optional.of(parts[1].strip()) : Optional.empty(),
                        is(stated, DataField.CONTROLLED_TECH_EXCLUDED)))
                .ifPresent(data::controlledTech);
        return new Described(data.build(), onward(stated));
    }

    private static Optional<Onward> onward(Map<DataField, String> stated) {
        return coded(stated, DataField.ORIGINAL_EXPORTER_REGIME)
                .map(regime ->
                        new Onward(regime, coded(stated, DataField.RELIED_ON).orElse(Party.UNSTATED)));
    }

    private static boolean is(Map<DataField, String> stated, DataField field) {
        return "true".equals(stated.get(field));
    }

    private static Optional<String> coded(Map<DataField, String> stated, DataField field) {
        return Optional.ofNullable(stated.get(field)).filter(value -> !value.equals("none"));
    }

    private static Set<String> listed(Map<DataField, String> stated, DataField field) {
        return Optional.ofNullable(stated.get(field))
                .map(value -> codes(field, value))
                .orElse(Set.of());
    }
}
