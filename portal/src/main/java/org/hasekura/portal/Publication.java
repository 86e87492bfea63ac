package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Description;
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
 * @param what what the data are, from which the facts for the law are taken; nothing until that was chosen, since no kind of
 *     data may be taken for another
 * @param areFactsKept whether the facts stay those that were described elsewhere
 * @param purpose for which it may be used; empty: any
 * @param countries in which it may be used; empty: any
 * @param until last day of use; empty: no end
 * @param answering the short form of how requests are answered
 * @param onlookers who sees it
 * @param records what its records look like
 * @param source where its bytes lie, or the bytes themselves as text
 * @param isUploadRefused whether a file was brought that could not be kept
 * @param kept what was described elsewhere and this form has no fields for; it stays as it is
 */
record Publication(
        String id,
        Map<String, String> titles,
        Map<String, String> descriptions,
        Optional<String> theme,
        Optional<String> licence,
        Optional<What> what,
        boolean areFactsKept,
        String purpose,
        List<String> countries,
        Optional<LocalDate> until,
        String answering,
        Onlookers onlookers,
        Records records,
        Optional<Description.Source> source,
        boolean isUploadRefused,
        Optional<Description> kept) {

    /** The choice that stands for what was described elsewhere. */
    static final String AS_DESCRIBED = "as-described";

    /** Rows for languages that have no fields of their own. */
    static final int ROWS_MAX = 20;

    /** Countries that may be chosen and that the law is asked about, beside our own and those of the register. */
    static final List<String> TRIED = List.of("DE", "JP", "GB", "US", "KE");

    private static final int TEXT_MAX = 2_000;

    /** Stands for what was written and is no day: long past, so that it is never taken for "no end". */
    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    Publication {
        titles = Map.copyOf(titles);
        descriptions = Map.copyOf(descriptions);
        countries = List.copyOf(countries);
    }

    /** @param kept the description that the form was opened with, if any */
    static Publication read(Fields form, Optional<Description> kept) {
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
                        .findFirst(),
                kept.isPresent()
                        && form.text("what").filter(AS_DESCRIBED::equals).isPresent(),
                form.text("purpose").orElse(""),
                form.all("country").stream()
                        .filter(each -> !each.isEmpty())
                        .map(each -> each.toUpperCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                form.text("until")
                        .map(text -> Sending.day(new Fields(Map.of("day", List.of(text))))
                                .orElse(NO_DAY)),
                form.text("answering").orElse("confirm"),
                Onlookers.read(form),
                Records.read(form),
                source(form),
                form.has("upload-refused"),
                kept);
    }

    /** What was brought just now comes before everything else, what is kept from before after it. */
    private static Optional<Description.Source> source(Fields form) {
        Optional<Description.Source> uploaded = kept(form, "uploaded");
        if (uploaded.isPresent()) {
            return uploaded;
        }
        Optional<String> text = form.text("text");
        if (text.isPresent()) {
            // Browsers end lines of a form with CR LF (WHATWG HTML §4.10.21.8), whatever was typed.
            return Optional.of(new Description.Source.Typed(text.get().replace("\r\n", "\n") + "\n"));
        }
        Optional<String> address = form.text("address");
        if (address.isPresent()) {
            return Description.Source.address(address.get())
                    .map(each -> new Description.Source.Api(each, form.text("authorization")));
        }
        Optional<String> folder = form.text("folder");
        if (folder.isPresent()) {
            return folder.map(Description.Source.Folder::new);
        }
        Optional<String> file = form.text("file");
        return file.isPresent() ? file.map(Description.Source.File::new) : kept(form, "kept");
    }

    private static Optional<Description.Source> kept(Fields form, String name) {
        return form.text(name)
                .filter(each -> each.matches("[0-9a-f]{64}"))
                .map(each -> new Description.Source.Kept(
                        each, form.text(name + "-name").orElse("data")));
    }

    /** Texts by language tag: the two that have fields of their own, and rows for others. */
    private static Map<String, String> texts(Fields form, String name) {
        var texts = new LinkedHashMap<String, String>();
        for (Language language : Language.values()) {
            form.text(name + "-" + language.code()).ifPresent(text -> texts.put(language.code(), text));
        }
        for (int row = 0; row < ROWS_MAX; row++) {
            Optional<String> text = form.text(name + "-" + row);
            if (text.isPresent()) {
                texts.put(form.text("language-" + row).orElse("").toLowerCase(Locale.ROOT), text.get());
            }
        }
        return texts;
    }

    /** What is wrong with it even for a draft. */
    List<String> draftProblems() {
        var problems = new ArrayList<String>();
        if (!isId()) {
            problems.add("id");
        }
        if (!onlookers.isClear()) {
            problems.add("seen-by");
        }
        if (records.wrong().isPresent()) {
            problems.add("columns");
        }
        return problems;
    }

    private boolean isId() {
        return id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    }

    /** What is wrong with it, as messages; the field each belongs to comes before a colon. */
    List<String> problems(Law law, LocalDate today) {
        var problems = new ArrayList<String>();
        if (!isId()) {
            problems.add("id");
        }
        if (titles.isEmpty()) {
            problems.add("title");
        }
        if (what.isEmpty() && !areFactsKept) {
            problems.add("what");
        }
        if (Stream.of(titles, descriptions)
                .flatMap(each -> each.values().stream())
                .anyMatch(text -> text.length() > TEXT_MAX)) {
            problems.add("too-long");
        }
        if (!Stream.of(titles, descriptions)
                .flatMap(each -> each.keySet().stream())
                .allMatch(Publication::isLanguage)) {
            problems.add("language");
        }
        if (licence.filter(each -> Description.Source.address(each).isEmpty()).isPresent()) {
            problems.add("licence");
        }
        if (until.filter(today::isAfter).isPresent()) {
            problems.add("until");
        }
        if (isUploadRefused) {
            problems.add("upload");
        } else if (source.isEmpty()) {
            problems.add("source");
        }
        if (!onlookers.isClear() || onlookers.isContradictory()) {
            problems.add("seen-by");
        }
        if (records.wrong().isPresent()) {
            problems.add("columns");
        }
        if (!countries.stream().allMatch(law::isCountry)) {
            problems.add("country");
        }
        if (!answering.equals(AS_DESCRIBED)
                && Dataset.Answering.named(answering).isEmpty()) {
            problems.add("answering");
        }
        if (!purpose.isEmpty()
                && !purpose.equals(AS_DESCRIBED)
                && !law.codes("purposeCode").contains(purpose)) {
            problems.add("purpose");
        }
        if (what.isPresent() && isPersonal() && !records.rows().isEmpty()) {
            problems.add("sample");
        }
        return problems;
    }

    /** The facts that the law asks for. What a preset does not say is said to be absent, as whoever publishes confirms. */
    Map<String, String> facts(String regime) {
        return areFactsKept
                ? kept.map(Description::facts).orElse(Map.of())
                : what.map(each -> facts(each, regime)).orElse(Map.of());
    }

    /** Until it was chosen, they may be. */
    boolean isPersonal() {
        return areFactsKept
                ? kept.filter(each -> "true".equals(each.facts().get("personal")))
                        .isPresent()
                : what.map(each -> each.facts().contains("personal")).orElse(true);
    }

    /** Whether personal data are offered for any purpose: the law then leaves each request to a person. */
    boolean isPurposeOpen() {
        return purpose.isEmpty() && isPersonal();
    }

    static Map<String, String> facts(What what, String regime) {
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

    List<Offer> offers() {
        Optional<List<Offer>> described = kept.map(Description::offers).filter(_ -> purpose.equals(AS_DESCRIBED));
        return described.orElseGet(() -> List.of(offer()));
    }

    private Offer offer() {
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

    private Dataset.Answering answeringMeant() {
        return kept.map(Description::answering)
                .filter(_ -> answering.equals(AS_DESCRIBED))
                .or(() -> Dataset.Answering.named(answering))
                .orElse(Dataset.Answering.CONFIRM);
    }

    /** As the node takes it, the same as from a file or a program. It may lack something, as {@link #problems} says. */
    Description description(String regime) {
        return new Description(
                id,
                titles,
                descriptions,
                kept.map(Description::keywords).orElse(List.of()),
                theme.stream().toList(),
                kept.map(Description::countries).orElse(List.of()),
                licence,
                facts(regime),
                offers(),
                answeringMeant(),
                onlookers.visibility(),
                records.shape(),
                source,
                kept.flatMap(Description::mediaType).filter(_ -> isSourceKept()));
    }

    private boolean isSourceKept() {
        return kept.flatMap(Description::source).equals(source);
    }

    /** What law or policy would not understand later, in sentences of theirs. */
    List<String> faults(String regime) {
        var faults = new ArrayList<String>();
        switch (DataFacts.parse(facts(regime))) {
            case DataFacts.Described _ -> {}
            case DataFacts.Incomplete(var missing) -> missing.forEach(each -> faults.add(each.textEn()));
            case DataFacts.Wrong(var errors) -> faults.addAll(errors);
        }
        for (Offer each : offers()) {
            Policy.of(each.terms()).faults().stream().map(Finding::sentence).forEach(faults::add);
        }
        return faults;
    }

    /** A language tag as BCP 47 writes it. RFC 5646 §2.1. */
    private static boolean isLanguage(String tag) {
        return tag.matches("[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}");
    }
}
