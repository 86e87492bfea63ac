package org.hasekura.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.law.Law;

/** The form by which a fact of a participant is told, in the words of the reader or in the codes of the law. */
final class FactForm {

    private static final int TEXT_MAX = 300;

    private FactForm() {}

    /** What was told. */
    sealed interface Told {
        record Right(Fact fact) implements Told {}

        /**
         * It is incomplete, or no value of its fact.
         *
         * @param problem a message
         */
        record Wrong(String problem) implements Told {}
    }

    /**
     * Reads it.
     *
     * @param now when it is recorded
     */
    static Told read(Fields form, View view, Law law, Instant now) {
        Optional<Fact.Name> name = form.text("name")
                .flatMap(text -> List.of(Fact.Name.values()).stream()
                        .filter(each -> each.text().equals(text))
                        .findFirst());
        String value = form.text("value")
                .map(typed -> name.map(of -> meant(of, typed, view, law)).orElse(typed))
                .orElse("");
        String source = form.text("source").orElse("");
        Optional<LocalDate> from =
                form.text("from").flatMap(text -> Sending.day(new Fields(java.util.Map.of("day", List.of(text)))));
        return problem(name, value, source, from, law)
                .<Told>map(Told.Wrong::new)
                .orElseGet(() -> new Told.Right(new Fact(
                        name.orElseThrow(),
                        name.get() == Fact.Name.COUNTRY ? value.toUpperCase(Locale.ROOT) : value,
                        source,
                        from.orElseThrow(),
                        Optional.empty(),
                        now)));
    }

    /** The code of what was typed, where that is a code or the name of one in the reader's language; else what was typed. */
    private static String meant(Fact.Name name, String typed, View view, Law law) {
        return codes(name, law).stream()
                .filter(code ->
                        code.equalsIgnoreCase(typed) || shown(name, code, view).equalsIgnoreCase(typed))
                .findFirst()
                .orElse(typed);
    }

    private static Collection<String> codes(Fact.Name name, Law law) {
        return switch (name) {
            case COUNTRY -> List.of(Locale.getISOCountries());
            case ROLE, KIND, RELATION -> name.codes();
            case CERTIFIED_UNDER -> law.codes("certifiedUnder");
            case SUBJECT_TO -> law.codes("subjectTo");
            case NAME, SECTOR, CREDENTIAL, SUPPLIER -> List.of();
        };
    }

    private static Optional<String> problem(
            Optional<Fact.Name> name, String value, String source, Optional<LocalDate> from, Law law) {
        if (name.isEmpty() || value.isEmpty() || source.isEmpty() || from.isEmpty()) {
            return Optional.of("participants.incomplete");
        }
        if (value.length() > TEXT_MAX || source.length() > TEXT_MAX) {
            return Optional.of("participants.too-long");
        }
        boolean isCode = switch (name.get()) {
            case COUNTRY -> law.isCountry(value.toUpperCase(Locale.ROOT));
            case ROLE, KIND, RELATION -> name.get().codes().contains(value);
            case CERTIFIED_UNDER -> law.codes("certifiedUnder").contains(value);
            case SUBJECT_TO -> law.codes("subjectTo").contains(value);
            case NAME, SECTOR, CREDENTIAL, SUPPLIER -> true;
        };
        return isCode ? Optional.empty() : Optional.of("participants.no-code");
    }

    static Html html(Did did, Fields typed, Optional<String> problem, View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2><p>{}</p>{}",
                words.say("participants.add-fact"),
                words.say("participants.add-why"),
                view.form(
                        ParticipantPage.path(did),
                        Html.of(
                                """
                                <div class="field"><label for="name">{}</label><select id="name" name="name">{}</select></div>
                                <div class="field{}"><label for="value">{}</label><p class="hint" id="value-hint">{}</p><input id="value" name="value" value="{}" maxlength="300" list="values" aria-describedby="value-hint"><datalist id="values">{}</datalist></div>
                                <div class="field"><label for="source">{}</label><p class="hint" id="source-hint">{}</p><input id="source" name="source" value="{}" maxlength="300" aria-describedby="source-hint"></div>
                                <div class="field"><label for="from">{}</label><input type="date" id="from" name="from" value="{}"></div>
                                <button>{}</button>""",
                                words.say("participants.fact"),
                                Html.each(
                                        List.of(Fact.Name.values()),
                                        each -> Html.of(
                                                "<option value=\"{}\"{}>{}</option>",
                                                each.text(),
                                                typed.text("name")
                                                                .filter(each.text()::equals)
                                                                .isPresent()
                                                        ? Html.of(" selected")
                                                        : "",
                                                name(each, words))),
                                problem.isPresent() ? " wrong" : "",
                                words.say("participants.value"),
                                words.say("participants.value-hint"),
                                typed.text("value").orElse(""),
                                suggestions(view),
                                words.say("participants.source"),
                                words.say("participants.source-hint"),
                                typed.text("source").orElse(""),
                                words.say("participants.since"),
                                typed.text("from").orElse(view.today().toString()),
                                words.say("participants.record"))));
    }

    static String name(Fact.Name name, Words words) {
        return words.word("fact-name", name);
    }

    static String shown(Fact.Name name, String value, View view) {
        return switch (name) {
            case COUNTRY -> view.words().country(value);
            case ROLE, KIND, RELATION, CERTIFIED_UNDER, SUBJECT_TO -> LawTexts.code(view.language(), value);
            case NAME, SECTOR, CREDENTIAL, SUPPLIER -> value;
        };
    }

    /** Names that can be typed for facts whose values are codes. */
    private static Html suggestions(View view) {
        return Html.each(
                List.of(Fact.Name.ROLE, Fact.Name.KIND, Fact.Name.RELATION),
                (Fact.Name name) -> Html.each(
                        name.codes(), code -> Html.of("<option value=\"{}\"></option>", shown(name, code, view))));
    }
}
