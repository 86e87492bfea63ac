package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes profiles of countries as JSON. */
public final class CountryProfileJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CountryProfileJson() {}

    /** One object over several lines. */
    public static String write(List<CountryProfile> profiles, LocalDate day, String lawData) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("day", day.toString()).put("lawData", lawData);
        ArrayNode countries = root.putArray("countries");
        for (CountryProfile profile : profiles) {
            ObjectNode country = countries.addObject();
            country.put("iso", profile.iso());
            country.put("member", profile.member().orElse(null));
            granted(country.putArray("received"), profile.received());
            granted(country.putArray("given"), profile.given());
            profile.laws().forEach(country.putArray("laws")::add);
            named(country.putArray("authorities"), profile.authorities());
            named(country.putArray("localisation"), profile.localisation());
            named(country.putArray("outbound"), profile.outbound());
            country.put("confidence", profile.sure().code());
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void granted(ArrayNode array, List<CountryProfile.Granted> all) {
        for (CountryProfile.Granted one : all) {
            ObjectNode object = array.addObject();
            object.put("grantor", one.grantor()).put("partial", one.partial());
            ExplanationJson.put(object, one.act());
        }
    }

    private static void named(ArrayNode array, List<CountryProfile.Named> all) {
        all.forEach(one -> array.addObject().put("en", one.en()).put("ja", one.ja()));
    }
}
