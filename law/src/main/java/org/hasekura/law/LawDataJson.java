package org.hasekura.law;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the law data files that stand beside this class, and checks them: every name that one entry uses must exist in another. */
final class LawDataJson {
    private static final Set<String> CONFIDENCES = Set.of("certain", "likely", "check");

    /** Much more room than entries: these are asked many times in each ruling, and an entry alone in its place is found at once. */
    private static final int ROOM = 4_096;

    private final Map<String, Provision> provisions = new HashMap<>(ROOM);
    private final Map<String, Map<String, List<Decision>>> decisions = new HashMap<>();
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<String, Duty> duties = new HashMap<>(ROOM);
    private final Map<String, Condition> conditions = new HashMap<>(ROOM);
    private final Map<String, Question> questions = new HashMap<>(ROOM);

    private LawDataJson() {}

    /** Where the bytes of a law data file come from. */
    interface Source {
        byte[] bytes(String file) throws IOException;
    }

    /** The packaged files. */
    static LawData packaged() throws LawDataException {
        return read(LawDataJson::resource);
    }

    static LawData read(Source source) throws LawDataException {
        LawDataJson reader = new LawDataJson();
        FieldsJson head = file(source, "law.json");
        reader.provisions(file(source, "provisions.json"));
        reader.vocabulary(file(source, "vocabulary.json").object("codes"));
        reader.texts(file(source, "texts.json"));
        reader.decisions(file(source, "adequacy.json"));
        CountriesJson countries = CountriesJson.read(file(source, "countries.json"), reader.provisions);
        // Unmodifiable views of hash maps: they are read faster than the immutable maps of the JDK.
        return new LawData(
                head.text("version"),
                head.day("asOf"),
                Collections.unmodifiableMap(reader.provisions),
                Collections.unmodifiableMap(reader.decisions),
                countries.memberships(),
                countries.countries(),
                countries.groups(),
                Collections.unmodifiableMap(reader.codes),
                Collections.unmodifiableMap(reader.duties),
                Collections.unmodifiableMap(reader.conditions),
                Collections.unmodifiableMap(reader.questions));
    }

    /** A packaged file by its name. */
    static FieldsJson packagedFile(String name) throws LawDataException {
        return file(LawDataJson::resource, name);
    }

    private static byte[] resource(String file) throws IOException {
        try (InputStream in = LawDataJson.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("not packaged");
            }
            return in.readAllBytes();
        }
    }

    private static FieldsJson file(Source source, String file) throws LawDataException {
        try {
            return FieldsJson.document(file, source.bytes(file));
        } catch (IOException e) {
            throw new LawDataException("`" + file + "` cannot be read: " + e.getMessage(), e);
        }
    }

    private void provisions(FieldsJson file) throws LawDataException {
        for (FieldsJson entry : file.objects("provisions")) {
            String token = entry.text("token");
            FieldsJson fields = entry.called("`" + token + "`");
            fields.text("token");
            Provision provision = provision(fields, token, kind(fields));
            fields.nothingElse();
            add(provisions, token, provision, fields, "token");
        }
    }

    private static Provision.Kind kind(FieldsJson fields) throws LawDataException {
        String kind = fields.text("kind");
        for (Provision.Kind known : Provision.Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return known;
            }
        }
        throw fields.wrong("kind", "`" + kind + "` is none of ground, bar, both, scope, open, act");
    }

    private static Provision provision(FieldsJson fields, String token, Provision.Kind kind) throws LawDataException {
        Optional<LocalDate> from = fields.optionalDay("from");
        Optional<LocalDate> to = fields.optionalDay("to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw fields.wrong("to", "`" + to.get() + "` lies before `from` `" + from.get() + "`");
        }
        source(fields);
        return new Provision(
                token,
                kind,
                fields.text("citation"),
                fields.optionalText("citationJa"),
                from,
                to,
                fields.text("nameEn"),
                fields.text("nameJa"),
                fields.optionalText("celex"),
                fields.optionalText("url"),
                fields.optionalText("dpvIri"),
                confidence(fields));
    }

    static void source(FieldsJson fields) throws LawDataException {
        String source = fields.text("source");
        if (!Set.of("knowledge", "page", "both").contains(source)) {
            throw fields.wrong("source", "`" + source + "` is none of knowledge, page, both");
        }
    }

    static Confidence confidence(FieldsJson fields) throws LawDataException {
        return confidence(fields, "confidence", fields.text("confidence"));
    }

    /** A mark that may be absent; then the fact is as certain as what it belongs to. */
    private static Confidence optionalConfidence(FieldsJson fields, String field) throws LawDataException {
        Optional<String> mark = fields.optionalText(field);
        return mark.isEmpty() ? Confidence.CERTAIN : confidence(fields, field, mark.get());
    }

    private static Confidence confidence(FieldsJson fields, String field, String mark) throws LawDataException {
        if (!CONFIDENCES.contains(mark)) {
            throw fields.wrong(field, "`" + mark + "` is none of certain, likely, check");
        }
        return Confidence.valueOf(mark.toUpperCase(Locale.ROOT));
    }

    private void vocabulary(FieldsJson fields) throws LawDataException {
        for (String field : fields.names()) {
            codes.put(field, Collections.unmodifiableSet(new HashSet<>(fields.codes(field))));
        }
    }

    private void texts(FieldsJson file) throws LawDataException {
        Map<String, Until> untils = UntilJson.read(file.objects("untils"));
        for (FieldsJson entry : file.objects("duties")) {
            String id = entry.text("id");
            Until until = find(untils, entry.text("until"), entry, "until");
            Duty duty = new Duty(id, entry.text("who"), entry.text("en"), entry.text("ja"), until, provision(entry));
            entry.nothingElse();
            add(duties, id, duty, entry, "id");
        }
        for (FieldsJson entry : file.objects("conditions")) {
            String id = entry.text("id");
            Condition condition = new Condition(id, wording(entry), List.of(), provision(entry));
            entry.nothingElse();
            add(conditions, id, condition, entry, "id");
        }
        for (FieldsJson entry : file.objects("questions")) {
            String id = entry.text("id");
            Question question = new Question(id, List.of(), wording(entry), List.of());
            entry.nothingElse();
            add(questions, id, question, entry, "id");
        }
    }

    private static Wording wording(FieldsJson entry) throws LawDataException {
        return new Wording(entry.text("en"), entry.text("ja"));
    }

    private Provision provision(FieldsJson entry) throws LawDataException {
        return find(provisions, entry.text("provision"), entry, "provision");
    }

    private void decisions(FieldsJson file) throws LawDataException {
        for (FieldsJson entry : file.objects("decisions")) {
            String id = entry.text("id");
            FieldsJson fields = entry.called("`" + id + "`");
            fields.text("id");
            Decision decision = decision(fields, id);
            fields.nothingElse();
            for (String beneficiary : decision.beneficiaries()) {
                decisions
                        .computeIfAbsent(decision.grantor(), _ -> new HashMap<>())
                        .computeIfAbsent(beneficiary, _ -> new ArrayList<>())
                        .add(decision);
            }
        }
    }

    private Decision decision(FieldsJson fields, String id) throws LawDataException {
        Provision act = provision(fields, id, Provision.Kind.ACT);
        if (act.inForceFrom().isEmpty()) {
            throw fields.wrong("from", "is missing");
        }
        fields.optionalText("endReason");
        Optional<String> bridge = fields.optionalText("bridge");
        List<Duty> attached = new ArrayList<>();
        for (String duty : fields.texts("duties")) {
            attached.add(find(duties, duty, fields, "duties"));
        }
        List<Decision.Exclusion> excludes = new ArrayList<>();
        for (FieldsJson exclusion : fields.objects("excludes")) {
            excludes.add(exclusion(exclusion));
        }
        List<String> beneficiaries = fields.texts("beneficiaries");
        if (beneficiaries.isEmpty()) {
            throw fields.wrong("beneficiaries", "is missing");
        }
        return new Decision(
                act,
                fields.text("grantor"),
                beneficiaries,
                fields.day("knownFrom"),
                fields.flag("carriedOver"),
                fields.flag("lawEnforcement"),
                bridge.isEmpty() ? Optional.empty() : Optional.of(find(provisions, bridge.get(), fields, "bridge")),
                fields.flag("unionLawApplies"),
                scope(fields.optionalObject("requires")),
                List.copyOf(excludes),
                List.copyOf(attached),
                optionalConfidence(fields, "eeaEfta"),
                fields.optionalDay("sureUntil"),
                false);
    }

    private static Decision.Scope scope(Optional<FieldsJson> given) throws LawDataException {
        if (given.isEmpty()) {
            return new Decision.Scope(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
        }
        FieldsJson fields = given.get();
        Decision.Scope scope = new Decision.Scope(
                fields.codes("subjectTo"),
                fields.codes("exporterKinds"),
                fields.codes("importerKinds"),
                fields.codes("purposeCodes"),
                fields.codes("certifiedAny"),
                fields.codes("certifiedAnyForHr"),
                fields.codes("certifiedAll"),
                fields.flag("passengerNameRecord"));
        fields.nothingElse();
        return scope;
    }

    private static Decision.Exclusion exclusion(FieldsJson fields) throws LawDataException {
        Decision.Exclusion exclusion = new Decision.Exclusion(
                fields.text("ref"),
                fields.codes("kinds"),
                fields.codes("purposeCodes"),
                fields.codes("subjectTo"),
                fields.codes("factCodes"),
                fields.optionalFlag("automated"),
                fields.flag("creditInformation"),
                fields.optionalText("nationalId"),
                fields.optionalDay("from"),
                fields.optionalDay("to"),
                optionalConfidence(fields, "confidence"));
        fields.nothingElse();
        return exclusion;
    }

    static <T> void add(Map<String, T> map, String name, T value, FieldsJson fields, String field)
            throws LawDataException {
        if (map.put(name, value) != null) {
            throw fields.wrong(field, "`" + name + "` is there twice");
        }
    }

    static <T> T find(Map<String, T> map, String name, FieldsJson fields, String field) throws LawDataException {
        T value = map.get(name);
        if (value == null) {
            throw fields.wrong(field, "`" + name + "` does not exist");
        }
        return value;
    }
}
