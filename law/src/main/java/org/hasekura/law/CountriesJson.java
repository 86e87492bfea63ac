package org.hasekura.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code countries.json}: membership of the EU and EEA by day, events, outbound rules, lists of countries. */
final class CountriesJson {
    private final Map<String, Provision> provisions;
    private final Map<String, List<Membership>> memberships = new HashMap<>();
    private final Map<String, Country> countries = new HashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();

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

    Map<String, Set<String>> groups() {
        return Collections.unmodifiableMap(groups);
    }

    private void read(FieldsJson file) throws LawDataException {
        FieldsJson lists = file.object("groups");
        for (String name : lists.names()) {
            groups.put(name, Collections.unmodifiableSet(lists.codes(name)));
        }
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
            fields.text("generalLaw");
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
                    iso, fields.text("nameEn"), fields.text("nameJa"), List.copyOf(events), List.copyOf(rules));
            fields.nothingElse();
            LawDataJson.add(countries, iso, country, fields, "iso");
        }
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
        Country.OutboundRule rule = new Country.OutboundRule(
                fields.optionalDay("from"),
                fields.optionalDay("to"),
                fields.optionalText("safeguard"),
                fields.optionalNumber("deadlineDays").orElse(0),
                fields.texts("safeguardsAll"),
                fields.texts("safeguardsAny"),
                fields.texts("safeguardsAllIfSensitive"),
                fields.codes("deniedBy"),
                fields.text("outcomeIfMet").equals("permitted"),
                provisions(fields, "basis"),
                provisions(fields, "basisIfSensitive"),
                fields.text("requiresEn"),
                fields.text("requiresJa"),
                fields.text("citation"),
                LawDataJson.confidence(fields));
        fields.nothingElse();
        return rule;
    }

    private List<Provision> provisions(FieldsJson fields, String field) throws LawDataException {
        List<Provision> found = new ArrayList<>();
        for (String token : fields.texts(field)) {
            found.add(LawDataJson.find(provisions, token, fields, field));
        }
        return List.copyOf(found);
    }
}
