package org.hasekura.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hasekura.partnership.Assessment;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.Citation;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Evidence;
import org.hasekura.partnership.Explanation;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Phrase;
import org.hasekura.partnership.Report;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Source;
import org.hasekura.partnership.Standing;

/**
 * The form of what a secretariat says of a commitment: read into the change it amounts to, or into what is wrong with it.
 *
 * @param wrong the words by the name of the field
 */
record CommitmentForm(Optional<Change> change, Map<String, String> wrong) {

    CommitmentForm {
        wrong = Map.copyOf(wrong);
    }

    /** Reading of one form. */
    private static final class Reading {
        private final Fields form;
        private final Words words;
        private final Map<String, String> wrong = new HashMap<>();

        Reading(Fields form, Words words) {
            this.form = form;
            this.words = words;
        }

        String text(String name) {
            Optional<String> text = form.text(name);
            if (text.isEmpty()) {
                wrong.put(name, words.say("partnership.wrong.missing"));
            }
            return text.orElse("");
        }

        /** What is empty is no date; what is none is wrong. */
        Optional<PartialDate> date(String name) {
            Optional<PartialDate> date = form.text(name).flatMap(PartialDate::parse);
            if (date.isEmpty() && form.has(name)) {
                wrong.put(name, words.say("partnership.wrong.date"));
            }
            return date;
        }

        Optional<LocalDate> day(String name) {
            try {
                return form.text(name).map(LocalDate::parse);
            } catch (DateTimeParseException _) {
                wrong.put(name, words.say("partnership.wrong.date"));
                return Optional.empty();
            }
        }

        <T> Optional<T> choice(String name, T[] values, Function<T, String> word) {
            return form.text(name)
                    .flatMap(text -> Arrays.stream(values)
                            .filter(each -> word.apply(each).equals(text))
                            .findFirst());
        }

        <T> T chosen(String name, T[] values, Function<T, String> word) {
            Optional<T> choice = choice(name, values, word);
            if (choice.isEmpty()) {
                wrong.put(name, words.say("partnership.wrong.missing"));
            }
            return choice.orElse(values[0]);
        }

        CommitmentForm made(Change change) {
            return new CommitmentForm(wrong.isEmpty() ? Optional.of(change) : Optional.empty(), wrong);
        }

        CommitmentForm refused(String name, String key) {
            wrong.put(name, words.say(key));
            return new CommitmentForm(Optional.empty(), wrong);
        }
    }

    /** @param exchange the entry of the exchange that was chosen to show something; empty: none was */
    static CommitmentForm read(
            CommitmentAct act,
            Entry entry,
            Promises promises,
            Author.Seat seat,
            Fields form,
            Optional<Evidence.Exchange> exchange,
            Words words) {
        String id = entry.id();
        var read = new Reading(form, words);
        return switch (act) {
            case REPORT ->
                read.made(new Change.SelfReport(
                        id,
                        CommitmentAct.side(seat).orElseThrow(),
                        new Report(read.chosen("standing", Standing.values(), Standing::word), read.text("words"))));
            case EXPLAIN ->
                read.made(new Change.Explain(
                        id,
                        new Explanation(
                                CommitmentAct.side(seat).orElseThrow(), read.text("words"), read.date("date"))));
            case EXPECT -> read.made(new Change.Expect(id, read.date("date")));
            case ASK -> {
                Side side = read.chosen("side", Side.values(), Side::word);
                Optional<LocalDate> by = read.day("by");
                yield by.isEmpty()
                        ? read.refused("by", "partnership.wrong.date")
                        : read.made(new Change.AskToExplain(id, side, by.get()));
            }
            case ASSESS -> read.made(new Change.Assess(id, assessment(read)));
            case CITE -> {
                String source = read.text("source");
                yield promises.register().sources().containsKey(source)
                        ? read.made(new Change.Cite(id, new Citation(source, Optional.of(read.text("paragraph")))))
                        : read.refused("source", "partnership.wrong.source");
            }
            case ASSIGN ->
                read.made(new Change.Assign(
                        id, read.chosen("side", Side.values(), Side::word), list(form.text("owners"))));
            case REWORD -> read.made(new Change.Reword(id, new Phrase(read.text("text"), read.text("textJa"))));
            case PROVE -> prove(id, promises, read, exchange);
        };
    }

    private static Assessment assessment(Reading read) {
        return new Assessment(
                read.text("assessor"),
                read.chosen("standing", Standing.values(), Standing::word),
                read.choice("relevance", Assessment.Relevance.values(), CommitmentForm::word),
                read.choice("ambition", Assessment.Ambition.values(), CommitmentForm::word),
                read.choice("early", Assessment.EarlyResults.values(), CommitmentForm::word),
                read.text("grounds"));
    }

    private static CommitmentForm prove(
            String id, Promises promises, Reading read, Optional<Evidence.Exchange> exchange) {
        String claim = read.text("claim");
        Optional<PartialDate> date = read.date("date");
        if (exchange.isPresent()) {
            Evidence.Exchange it = exchange.get();
            return read.made(new Change.Prove(
                    id, new Evidence.Exchange(it.origin(), it.entry(), it.hash(), claim, date.or(it::date))));
        }
        String source = read.text("source");
        return promises.register().sources().containsKey(source)
                ? read.made(new Change.Prove(
                        id, new Evidence.Document(new Citation(source, read.form.text("paragraph")), claim, date)))
                : read.refused("source", "partnership.wrong.source");
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Names that are parted by commas or lines. */
    static List<String> list(Optional<String> text) {
        return text.map(each -> Arrays.stream(each.split("[,、\\n]", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** The fields of the form. */
    static Html html(CommitmentAct act, Entry entry, Promises promises, List<Summary> exchanges, Inputs in, View view) {
        Words words = view.words();
        return switch (act) {
            case REPORT -> Html.all(standing(in, words), in.area("words", words.say("partnership.field.words"), ""));
            case EXPLAIN ->
                Html.all(
                        in.area("words", words.say("partnership.field.why-late"), ""),
                        in.text("date", words.say("partnership.field.new-date"), ""));
            case EXPECT ->
                in.text(
                        "date",
                        words.say("partnership.field.date"),
                        entry.expected().map(PartialDate::text).orElse(""));
            case ASK ->
                Html.all(
                        side(in, words),
                        in.day(
                                "by",
                                words.say("partnership.field.by"),
                                view.today().plusDays(30).toString()));
            case ASSESS ->
                Html.all(
                        in.text("assessor", words.say("partnership.field.assessor"), ""),
                        standing(in, words),
                        optional("relevance", Assessment.Relevance.values(), in, words),
                        optional("ambition", Assessment.Ambition.values(), in, words),
                        optional("early", Assessment.EarlyResults.values(), in, words),
                        in.area("grounds", words.say("partnership.field.grounds"), ""));
            case CITE ->
                Html.all(
                        source(promises, in, words, false),
                        in.text("paragraph", words.say("partnership.field.paragraph"), ""));
            case ASSIGN -> Html.all(side(in, words), in.text("owners", words.say("partnership.field.owners"), ""));
            case REWORD ->
                Html.all(
                        in.area(
                                "text",
                                words.say("partnership.field.text"),
                                entry.commitment().text().en()),
                        in.area(
                                "textJa",
                                words.say("partnership.field.text-ja"),
                                entry.commitment().text().ja()));
            case PROVE ->
                Html.all(
                        exchange(exchanges, in, words),
                        source(promises, in, words, true),
                        in.text("paragraph", words.say("partnership.field.paragraph"), ""),
                        in.area("claim", words.say("partnership.field.claim"), ""),
                        in.text("date", words.say("partnership.field.date"), ""));
        };
    }

    private static Html standing(Inputs in, Words words) {
        return in.select(
                "standing",
                words.say("partnership.standing"),
                choices(Standing.values(), Standing::word, each -> each.phrase().in(Promises.locale(words)), true),
                "");
    }

    private static Html side(Inputs in, Words words) {
        return in.select(
                "side",
                words.say("partnership.side"),
                choices(Side.values(), Side::word, each -> each.phrase().in(Promises.locale(words)), true),
                "");
    }

    private static <E extends Enum<E>> Html optional(String name, E[] values, Inputs in, Words words) {
        return in.select(
                name,
                words.say("partnership.field." + name),
                choices(values, CommitmentForm::word, each -> words.word("partnership." + name, each), true),
                "");
    }

    private static Html source(Promises promises, Inputs in, Words words, boolean isOptional) {
        var choices = new ArrayList<>(choices(
                promises.register().sources().values().stream()
                        .sorted(java.util.Comparator.comparing(Source::id))
                        .toArray(Source[]::new),
                Source::id,
                each -> each.id() + " " + each.line(),
                true));
        return in.select(
                "source",
                words.say(isOptional ? "partnership.field.or-source" : "partnership.field.source"),
                choices,
                "");
    }

    private static Html exchange(List<Summary> exchanges, Inputs in, Words words) {
        return in.select(
                "exchange",
                words.say("partnership.field.exchange"),
                choices(
                        exchanges.toArray(Summary[]::new),
                        each -> each.negotiation().pid(),
                        each -> each.title(words) + " – " + each.peer().name() + " ("
                                + words.word("standing.state", each.standing().state()) + ")",
                        true),
                "");
    }

    /** @param isFree whether nothing can be chosen, too */
    static <T> List<Inputs.Choice> choices(
            T[] values, Function<T, String> value, Function<T, String> shown, boolean isFree) {
        var choices = new ArrayList<Inputs.Choice>();
        if (isFree) {
            choices.add(new Inputs.Choice("", "–"));
        }
        Arrays.stream(values)
                .map(each -> new Inputs.Choice(value.apply(each), shown.apply(each)))
                .forEach(choices::add);
        return List.copyOf(choices);
    }
}
