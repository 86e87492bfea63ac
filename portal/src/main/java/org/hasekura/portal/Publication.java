package org.hasekura.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Theme;
import org.hasekura.law.Law;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.DataFacts;
import org.hasekura.policy.Finding;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Policy;
import org.hasekura.policy.Terms;

/**
 * What a person wrote into the form of a dataset that is to be published.
 *
 * @param what what the data are, from which the facts for the law are taken
 * @param purpose for which it may be used; empty: any
 * @param countries in which it may be used; empty: any
 * @param until last day of use; empty: no end
 * @param answering the short form of how requests are answered
 * @param source where its bytes lie, or the bytes themselves as text
 */
record Publication(
        String id,
        Map<String, String> titles,
        Map<String, String> descriptions,
        Optional<String> theme,
        Optional<String> licence,
        What what,
        String purpose,
        List<String> countries,
        Optional<LocalDate> until,
        String answering,
        Market.Source source) {

    /** Countries that the law is asked about before anything is published, beside those of the terms. */
    static final List<String> TRIED = List.of("DE", "JP", "GB", "US", "KE");

    private static final int TEXT_MAX = 2_000;

    Publication {
        titles = Map.copyOf(titles);
        descriptions = Map.copyOf(descriptions);
        countries = List.copyOf(countries);
    }

    static Publication read(Fields form) {
        return new Publication(
                form.text("id").orElse(""),
                texts(form, "title"),
                texts(form, "description"),
                form.text("theme").flatMap(Theme::of),
                form.text("licence"),
                Stream.of(What.values())
                        .filter(each -> form.text("what")
                                .filter(Sending.slug(each)::equals)
                                .isPresent())
                        .findFirst()
                        .orElse(What.OPEN_STATISTICS),
                form.text("purpose").orElse(""),
                form.all("country").stream()
                        .filter(each -> !each.isEmpty())
                        .map(each -> each.toUpperCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                form.text("until").flatMap(text -> Sending.day(new Fields(Map.of("day", List.of(text))))),
                form.text("answering").orElse("confirm"),
                source(form));
    }

    private static Market.Source source(Fields form) {
        Optional<String> text = form.text("text");
        if (text.isPresent()) {
            // Browsers end lines of a form with CR LF (WHATWG HTML §4.10.21.8), whatever was typed.
            return new Market.Source.Typed(text.get().replace("\r\n", "\n") + "\n");
        }
        Optional<String> address = form.text("address");
        if (address.isPresent()) {
            return address(address.get())
                    .<Market.Source>map(each -> new Market.Source.Api(each, form.text("authorization")))
                    .orElseGet(() -> new Market.Source.File(""));
        }
        return new Market.Source.File(form.text("file").orElse(""));
    }

    /** One that a request can go to; names and passwords do not belong into it. */
    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(each -> text.length() <= TEXT_MAX && text.matches("https?://.+"))
                    .filter(each -> Optional.ofNullable(each.getHost()).isPresent()
                            && Optional.ofNullable(each.getRawUserInfo()).isEmpty());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(Fields form, String name) {
        var texts = new LinkedHashMap<String, String>();
        for (Language language : Language.values()) {
            form.text(name + "-" + language.code()).ifPresent(text -> texts.put(language.code(), text));
        }
        return texts;
    }

    /** What is wrong with it, as messages; the field each belongs to comes before a colon. */
    List<String> problems(Law law) {
        var problems = new ArrayList<String>();
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            problems.add("id");
        }
        if (titles.isEmpty()) {
            problems.add("title");
        }
        if (Stream.of(titles, descriptions)
                .flatMap(each -> each.values().stream())
                .anyMatch(text -> text.length() > TEXT_MAX)) {
            problems.add("too-long");
        }
        if (source instanceof Market.Source.File(String path) && path.isEmpty()) {
            problems.add("source");
        }
        if (!countries.stream().allMatch(law::isCountry)) {
            problems.add("country");
        }
        if (Dataset.Answering.named(answering).isEmpty()) {
            problems.add("answering");
        }
        if (!purpose.isEmpty() && !law.codes("purposeCode").contains(purpose)) {
            problems.add("purpose");
        }
        return problems;
    }

    /** The facts that the law asks for. What a preset does not say is said to be absent, as whoever publishes confirms. */
    Map<String, String> facts(String regime) {
        var facts = new LinkedHashMap<String, String>();
        List<String> stated = what.facts();
        if (stated.contains("non-personal")) {
            facts.put("nonPersonal", "true");
            if (stated.contains("industrial")) {
                facts.put("industrial", "true");
            }
            return facts;
        }
        facts.put("personal", "true");
        facts.put("originRegime", regime);
        facts.put("special", stated.contains("special:health") ? "health" : "none");
        facts.put("criminal", "false");
        facts.put("children", Boolean.toString(stated.contains("children")));
        facts.put("governmentId", Boolean.toString(stated.contains("national-id:JP-my-number")));
        facts.put("hr", Boolean.toString(stated.contains("hr")));
        facts.put("pseudonymised", Boolean.toString(stated.contains("pseudonymised")));
        if (stated.contains("national-id:JP-my-number")) {
            facts.put("nationalId", "JP-my-number");
        }
        return facts;
    }

    Offer offer() {
        var constraints = new ArrayList<Constraint>();
        if (!purpose.isEmpty()) {
            constraints.add(Constraint.Atomic.of("purpose", Operator.IS_A, "urn:hasekura:purpose:" + purpose));
        }
        if (!countries.isEmpty()) {
            constraints.add(Constraint.Atomic.of("spatial", Operator.IS_ANY_OF, countries.toArray(String[]::new)));
        }
        until.ifPresent(day -> constraints.add(Constraint.Atomic.of("dateTime", Operator.LTEQ, day.toString())));
        return new Offer("offer-1", Terms.permitting(Permission.use(constraints.toArray(Constraint[]::new))));
    }

    /** As the node takes it; the answering was found to be one. */
    Market.Offering offering(String regime) {
        return new Market.Offering(
                id,
                titles,
                descriptions,
                theme.stream().toList(),
                licence,
                facts(regime),
                offer(),
                Dataset.Answering.named(answering).orElseThrow(),
                source);
    }

    /** What law or policy would not understand later, in sentences of theirs. */
    List<String> faults(String regime) {
        var faults = new ArrayList<String>();
        switch (DataFacts.parse(facts(regime))) {
            case DataFacts.Described _ -> {}
            case DataFacts.Incomplete(var missing) -> missing.forEach(each -> faults.add(each.textEn()));
            case DataFacts.Wrong(var errors) -> faults.addAll(errors);
        }
        Policy.of(offer().terms()).faults().stream().map(Finding::sentence).forEach(faults::add);
        return faults;
    }
}
