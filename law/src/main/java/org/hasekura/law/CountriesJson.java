package org.hasekura.law;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code countries.json}: membership of the EU and EEA by day, events, outbound rules, lists of countries. */
final class CountriesJson {
    private final Map<String, Provision> provisions;
    private final Map<String, List<Membership>> memberships = new HashMap<>();
    private final Map<String, Country> countries = new HashMap<>();
    private static final Pattern MEMBER =
            Pattern.compile("([A-Z]{2,3})(?: from (\\d{4}-\\d\\d-\\d\\d))?(?: until (\\d{4}-\\d\\d-\\d\\d))?");

    private final Map<String, CountryList> groups = new LinkedHashMap<>();

    private CountriesJson(Map<String, Provision> provisions) {
        this.provisions = provisions;
    }

    static CountriesJson read(FieldsJson file, Map<String, Provision> provisions) throws LawDataException {
        CountriesJson reader = new CountriesJson(provisions);
        reader.read(file);
        return reader;
    }

    Map<String, List<Membership>> memberships() {
        return Collections.unmodifiableMap(memberships);
    }

    Map<String, Country> countries() {
        return Collections.unmodifiableMap(countries);
    }

    Map<String, CountryList> groups() {
        return Collections.unmodifiableMap(groups);
    }

    private void read(FieldsJson file) throws LawDataException {
        lists(file.object("groups"), false);
        lists(file.object("tradeAgreements"), true);
        for (FieldsJson entry : file.objects("membership")) {
            String iso = entry.text("iso");
            String kind = entry.text("kind");
            if (!Set.of("EU", "EEA-EFTA").contains(kind)) {
                throw entry.wrong("kind", "`" + kind + "` is neither EU nor EEA-EFTA");
            }
            Membership membership = new Membership(
                    iso, kind.equals("EU"), entry.day("from"), entry.optionalDay("to"), LawDataJson.confidence(entry));
            entry.nothingElse();
            memberships.computeIfAbsent(iso, _ -> new ArrayList<>()).add(membership);
        }
        for (FieldsJson entry : file.objects("countries")) {
            String iso = entry.text("iso");
            FieldsJson fields = entry.called("`" + iso + "`");
            fields.text("iso");
            String generalLaw = fields.text("generalLaw");
            LawDataJson.confidence(fields);
            LawDataJson.source(fields);
            List<Country.Event> events = new ArrayList<>();
            for (FieldsJson event : fields.objects("events")) {
                events.add(event(event));
            }
            List<Country.OutboundRule> rules = new ArrayList<>();
            for (FieldsJson rule : fields.objects("outboundRules")) {
                rules.add(outboundRule(rule));
            }
            Country country = new Country(
                    iso,
                    fields.text("nameEn"),
                    fields.text("nameJa"),
                    generalLaw,
                    fields.optionalText("outbound"),
                    fields.flag("followsDataSubject"),
                    equivalence(fields),
                    List.copyOf(events),
                    List.copyOf(rules));
            fields.nothingElse();
            LawDataJson.add(countries, iso, country, fields, "iso");
        }
    }

    private void lists(FieldsJson lists, boolean tradeAgreements) throws LawDataException {
        for (String name : lists.names()) {
            if (tradeAgreements) {
                LawDataJson.find(provisions, name, lists, name);
            }
            Map<String, List<CountryList.Span>> spans = new HashMap<>();
            for (String member : lists.texts(name)) {
                Matcher parts = MEMBER.matcher(member);
                if (!parts.matches()) {
                    throw lists.wrong(
                            name, "`" + member + "` is no member such as `JP from 2018-12-30 until 2024-12-31`");
                }
                spans.computeIfAbsent(parts.group(1), _ -> new ArrayList<>())
                        .add(new CountryList.Span(day(lists, name, parts.group(2)), day(lists, name, parts.group(3))));
            }
            groups.put(name, new CountryList(tradeAgreements, Collections.unmodifiableMap(spans)));
        }
    }

    private static Optional<LocalDate> day(FieldsJson lists, String name, @Nullable String text)
            throws LawDataException {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw lists.wrong(name, "`" + text + "` is no day");
        }
    }

    private Optional<Equivalence.Rule> equivalence(FieldsJson country) throws LawDataException {
        Optional<FieldsJson> found = country.optionalObject("equivalence");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        FieldsJson fields = found.get();
        Equivalence.Rule rule = new Equivalence.Rule(
                LawDataJson.find(provisions, fields.text("ground"), fields, "ground"),
                LawDataJson.find(provisions, fields.text("bar"), fields, "bar"),
                fields.text("cure"));
        fields.nothingElse();
        return Optional.of(rule);
    }

    private static Country.Event event(FieldsJson fields) throws LawDataException {
        LawDataJson.source(fields);
        Country.Event event = new Country.Event(
                fields.day("date"),
                fields.text("kind"),
                fields.text("what"),
                fields.flag("reassess"),
                LawDataJson.confidence(fields));
        fields.nothingElse();
        return event;
    }

    private Country.OutboundRule outboundRule(FieldsJson fields) throws LawDataException {
        List<Country.Requirement> requirements = new ArrayList<>();
        for (FieldsJson requirement : fields.objects("requirements")) {
            requirements.add(requirement(requirement));
        }
        Country.OutboundRule rule = new Country.OutboundRule(
                fields.optionalDay("from"),
                fields.optionalDay("to"),
                fields.text("outcomeIfMet").equals("permitted"),
                List.copyOf(requirements),
                fields.text("citation"),
                LawDataJson.confidence(fields));
        if (requirements.isEmpty()) {
            throw fields.wrong(
                    "requirements", "is empty; a rule that asks nothing yet has one on `not-yet-applicable`");
        }
        fields.nothingElse();
        return rule;
    }

    private Country.Requirement requirement(FieldsJson fields) throws LawDataException {
        Country.Requirement requirement = new Country.Requirement(
                LawDataJson.find(provisions, fields.text("basis"), fields, "basis"),
                fields.flag("ifSensitive"),
                List.copyOf(fields.texts("all")),
                List.copyOf(fields.texts("any")),
                fields.optionalText("filed"),
                fields.optionalNumber("deadlineDays").orElse(0),
                Codes.copyOf(fields.codes("deniedBy")),
                fields.text("en"),
                fields.text("ja"));
        fields.nothingElse();
        return requirement;
    }
}
