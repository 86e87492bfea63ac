package org.hasekura.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hasekura.law.Condition;
import org.hasekura.law.Law;
import org.hasekura.law.Ruling;

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
            List<Constraint> until = duty.until()
                    .<List<Constraint>>map(
                            day -> List.of(Constraint.Atomic.of("dateTime", Operator.LTEQ, day.toString())))
                    .orElse(List.of());
            duties.add(new Duty(new Action(Duty.LAW + duty.id()), until));
        }
        return duties.stream().distinct().toList();
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
                .map(duty -> duty.action().iri().substring(Duty.LAW.length()))
                .distinct()
                .flatMap(id -> text(id, law).stream())
                .toList();
    }

    private static Optional<DutyText> text(String id, Law law) {
        return id.startsWith(CONDITION)
                ? law.condition(id.substring(CONDITION.length())).map(LawDuties::text)
                : law.duty(id).map(LawDuties::text);
    }

    private static DutyText text(Condition condition) {
        return new DutyText(
                CONDITION + condition.id(),
                BLANK.matcher(condition.textEn()).replaceAll("…"),
                BLANK.matcher(condition.textJa()).replaceAll("…"),
                condition.provision().citation());
    }

    private static DutyText text(org.hasekura.law.Duty duty) {
        return new DutyText(
                duty.id(), duty.whatEn(), duty.whatJa(), duty.provision().citation());
    }

    private static List<Condition> conditions(Ruling ruling) {
        return ruling instanceof Ruling.PermittedIf permitted ? permitted.conditions() : List.of();
    }
}
