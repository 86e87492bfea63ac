package org.hasekura.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.Limits;

/**
 * A limit on connections as a person wrote it. Days are those of UTC, and the last one is within.
 *
 * @param order absent where something is wrong
 * @param wrong the words by the name of the field
 */
record LimitForm(Optional<Limits.Order> order, Map<String, String> wrong) {

    static final int TEXT_MAX = 1_000;

    LimitForm {
        wrong = Map.copyOf(wrong);
    }

    static LimitForm read(Fields form, Viewer.Person person, Instant now, Words words) {
        Map<String, String> wrong = new HashMap<>();
        List<Limit.Target> targets = targets(form);
        if (targets.size() != 1) {
            wrong.put("country", words.say("limits.wrong.whom"));
        } else if (targets.getFirst().value().length() > TEXT_MAX || !isKnown(targets.getFirst())) {
            wrong.put("country", words.say("limits.wrong.country"));
        }
        for (String name : List.of("reason", "citation")) {
            if (line(form, name).isEmpty()) {
                wrong.put(name, words.say("limits.wrong." + name));
            }
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Optional<LocalDate> from = day(form, "from", wrong, words);
        if (from.filter(today::isAfter).isPresent()) {
            wrong.put("from", words.say("limits.wrong.from"));
        }
        Optional<LocalDate> until = day(form, "until", wrong, words);
        if (until.filter(from.orElse(today)::isAfter).isPresent()) {
            wrong.put("until", words.say("limits.wrong.until"));
        }
        if (!wrong.isEmpty()) {
            return new LimitForm(Optional.empty(), wrong);
        }
        return new LimitForm(
                Optional.of(new Limits.Order(
                        targets.getFirst(),
                        effect(form),
                        from.filter(today::isBefore).map(LimitForm::beginning),
                        until.map(each -> beginning(each.plusDays(1))),
                        line(form, "reason").orElseThrow(),
                        line(form, "citation").orElseThrow(),
                        person.acting().name().toLowerCase(Locale.ROOT))),
                Map.of());
    }

    private static List<Limit.Target> targets(Fields form) {
        var targets = new ArrayList<Limit.Target>();
        form.text("country").map(Limit.Target.Country::new).ifPresent(targets::add);
        form.text("party").map(Limit.Target.Party::new).ifPresent(targets::add);
        form.text("supplier").map(Limit.Target.Supplier::new).ifPresent(targets::add);
        return targets;
    }

    private static boolean isKnown(Limit.Target target) {
        return !(target instanceof Limit.Target.Country(String iso))
                || SendForm.countries(Language.EN).contains(iso);
    }

    static Limit.Effect effect(Fields form) {
        return form.text("effect").filter("terminate"::equals).isPresent()
                ? Limit.Effect.TERMINATE
                : Limit.Effect.SUSPEND;
    }

    /** What somebody wrote in one line; it goes into messages to peers. */
    static Optional<String> line(Fields form, String name) {
        return form.text(name)
                .filter(text -> text.length() <= TEXT_MAX && text.chars().noneMatch(Character::isISOControl));
    }

    private static Optional<LocalDate> day(Fields form, String name, Map<String, String> wrong, Words words) {
        try {
            return form.text(name).map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            wrong.put(name, words.say("limits.wrong.day"));
            return Optional.empty();
        }
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
