package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.law.ControlledTech;
import org.hasekura.law.FlowData;
import org.hasekura.law.Onward;
import org.hasekura.law.Question;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("facts on a dataset")
class DataFactsTest {

    static final Map<String, String> CONTACTS = facts(
            "personal=true; originRegime=EU; special=none; criminal=false; children=false; governmentId=false; hr=false");

    @Test
    @DisplayName("are read in the words of the law's cases")
    void described() {
        Map<String, String> facts = facts(
                "personal=true; originRegime=EU; categories=contact, crm; special=health,genetic;"
                        + " criminal=false; children=true; governmentId=false; hr=true; pnr=true; automated=false;"
                        + " nationalId=JP-my-number; onward.originalExporterRegime=EU; onward.importerInJapanReliedOn=A45-3");
        assertThat(DataFacts.parse(facts))
                .isEqualTo(new DataFacts.Described(
                        FlowData.ofPersonal("EU")
                                .categories(Set.of("contact", "crm"))
                                .special("health", "genetic")
                                .children(true)
                                .hr(true)
                                .passengerNameRecord(true)
                                .automated(false)
                                .nationalId("JP-my-number")
                                .build(),
                        Optional.of(new Onward("EU", "A45-3"))));
    }

    @Test
    @DisplayName("may name controlled technology with its entry")
    void controlledTechnology() {
        assertThat(
                        DataFacts.parse(
                                facts(
                                        "nonPersonal=true; industrial=true; controlledTech=EU-ANNEX-I:3E001; controlledTech.annexIIExcluded=true")))
                .isEqualTo(new DataFacts.Described(
                        FlowData.ofNonPersonal()
                                .industrial(true)
                                .controlledTech(new ControlledTech("EU-ANNEX-I", Optional.of("3E001"), true))
                                .build(),
                        Optional.empty()));
        assertThat(DataFacts.parse(facts("nonPersonal=true; controlledTech=none")))
                .isEqualTo(new DataFacts.Described(FlowData.ofNonPersonal().build(), Optional.empty()));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("are wrong, and the fault is named:")
    @CsvSource(
            delimiter = '|',
            value = {
                "persnal=true          | unknown data fact `persnal`; did you mean `personal`?",
                "personal=yes          | data fact `personal`: `yes` is neither `true` nor `false`",
                "personal=             | data fact `personal` takes 1 to 2000 characters, has 0",
                "originRegime=EUR      | unknown code for data fact `originRegime` `EUR`; did you mean `EU`?",
                "special=health,genes  | unknown code for data fact `special` `genes`; did you mean `genetic`?",
                "controlledTech=EU-ANNEX:3 | unknown code for data fact `controlledTech` `EU-ANNEX`; did you mean `EU-ANNEX-I`?",
                "personal=true; originRegime=none"
                        + "| data fact `originRegime`: personal data came under some law; `none` is for non-personal data",
                "personal=true; nonPersonal=true"
                        + "| data facts `nonPersonal` and `personal` or `pseudonymised` cannot both be `true`; for data that cannot be"
                        + " parted say `mixed` = `inextricable` and leave out `nonPersonal`",
            })
    void wrong(String facts, String error) {
        assertThat(DataFacts.parse(facts(facts))).isEqualTo(new DataFacts.Wrong(List.of(error)));
    }

    @ParameterizedTest(name = "{0} lacks {1}")
    @DisplayName("are not enough, and what lacks is asked for:")
    @CsvSource(
            delimiter = '|',
            value = {
                "                                  | personal",
                "industrial=true                   | personal",
                "personal=unknown                  | personal",
                "personal=false                    | personal",
                "nonPersonal=false                 | personal",
                "personal=true                     | originRegime special criminal children governmentId hr",
                "pseudonymised=true; originRegime=EU; hr=unknown | special criminal children governmentId hr",
                "mixed=inextricable; originRegime=EU; special=none; criminal=false; hr=false; children=false | governmentId",
            })
    void incomplete(String facts, String missing) {
        assertThat(DataFacts.parse(facts(facts == null ? "" : facts)))
                .isInstanceOfSatisfying(
                        DataFacts.Incomplete.class,
                        answer -> assertThat(answer.missing())
                                .extracting(Question::id)
                                .containsExactly(Stream.of(missing.split(" "))
                                        .map(field -> "data:" + field)
                                        .toArray(String[]::new)));
    }

    /** Facts written {@code name=value; name=value}. */
    static Map<String, String> facts(String text) {
        return Stream.of(text.split(";"))
                .filter(each -> !each.isBlank())
                .map(each -> each.strip().split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1], (_, last) -> last, TreeMap::new));
    }
}
