package org.hasekura.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hasekura.law.Condition;
import org.hasekura.law.Law;
import org.hasekura.law.Ruling;
import org.hasekura.law.Until;

/** Duties and conditions of a ruling as ODRL duties, and their words. */
final class LawDuties {

    /** The beginning, after {@link Duty#LAW}, of a duty that is a condition of the ruling. */
    static final String CONDITION = "condition:";

    /** Where a ruling fills something into a text. */
    private static final Pattern BLANK = Pattern.compile("\\{[0-9]\\}");

    private LawDuties() {}

    /** As an agreement has them: conditions, which have to be met first, then duties, each in the order of the law. */
    static List<Duty> of(Ruling ruling) {
        List<Duty> duties = new ArrayList<>();
        for (Condition condition : conditions(ruling)) {
            duties.add(Duty.of(Duty.LAW + CONDITION + condition.id()));
        }
        for (org.hasekura.law.Duty duty : ruling.duties()) {
            Until until = duty.until();
            duties.add(new Duty(new Action(Duty.LAW + duty.id()), constraints(until), Optional.of(words(until))));
        }
        return duties.stream().distinct().toList();
    }

    private static Duty.Until words(Until until) {
        return new Duty.Until(until.textEn(), until.textJa());
    }

    /** What of the end a program can compare: a last day, or the time that has to pass. */
    private static List<Constraint> constraints(Until until) {
        return switch (until) {
            case Until.Day(LocalDate day) -> List.of(Constraint.Atomic.of("dateTime", Operator.LTEQ, day.toString()));
            case Until.AtLeast(Period period, String _, String _) ->
                List.of(Constraint.Atomic.of("elapsedTime", Operator.GTEQ, period.toString()));
            case Until.AsLongAs _, Until.By _ -> List.of();
        };
    }

    /**
     * The asked terms without the law's duties that an earlier ruling put there: the ruling of the day puts its own.
     * Those that the published terms have themselves stay.
     */
    static Terms without(Terms asked, Terms published) {
        List<Duty> own = asked.obligations().stream()
                .filter(duty -> !duty.isFromLaw() || published.obligations().contains(duty))
                .toList();
        return new Terms(asked.permissions(), asked.prohibitions(), own);
    }

    static List<DutyText> texts(Ruling ruling) {
        List<DutyText> texts = new ArrayList<>();
        conditions(ruling).forEach(condition -> texts.add(text(condition)));
        ruling.duties().forEach(duty -> texts.add(text(duty)));
        return texts;
    }

    static List<DutyText> texts(Terms terms, Law law) {
        Stream<Duty> permitted = terms.permissions().stream().flatMap(permission -> permission.duties().stream());
        return Stream.concat(permitted, terms.obligations().stream())
                .filter(Duty::isFromLaw)
                .distinct()
                .flatMap(duty -> text(duty, law).stream())
                .toList();
    }

    /** The end that was agreed stands, whatever the law data of today say. */
    private static Optional<DutyText> text(Duty agreed, Law law) {
        String id = agreed.action().iri().substring(Duty.LAW.length());
        Optional<DutyText> today = id.startsWith(CONDITION)
                ? law.condition(id.substring(CONDITION.length())).map(LawDuties::text)
                : law.duty(id).map(LawDuties::text);
        return today.map(text -> agreed.until().isEmpty()
                ? text
                : new DutyText(
                        text.id(),
                        text.who(),
                        text.english(),
                        text.japanese(),
                        agreed.until(),
                        text.citation(),
                        text.citationJa()));
    }

    private static DutyText text(Condition condition) {
        return new DutyText(
                CONDITION + condition.id(),
                Optional.empty(),
                BLANK.matcher(condition.textEn()).replaceAll("…"),
                BLANK.matcher(condition.textJa()).replaceAll("…"),
                Optional.empty(),
                condition.provision().citation(),
                condition.provision().citation(Locale.JAPANESE));
    }

    private static DutyText text(org.hasekura.law.Duty duty) {
        return new DutyText(
                duty.id(),
                Optional.of(duty.who()),
                duty.whatEn(),
                duty.whatJa(),
                Optional.of(words(duty.until())),
                duty.provision().citation(),
                duty.provision().citation(Locale.JAPANESE));
    }

    private static List<Condition> conditions(Ruling ruling) {
        return ruling instanceof Ruling.PermittedIf permitted ? permitted.conditions() : List.of();
    }
}
