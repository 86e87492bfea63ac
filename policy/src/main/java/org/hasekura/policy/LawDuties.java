package org.hasekura.policy;

import java.util.ArrayList;
import java.util.List;
import org.hasekura.law.Condition;
import org.hasekura.law.Provision;
import org.hasekura.law.Ruling;

/** Duties and conditions of a ruling as ODRL duties, and their words. */
final class LawDuties {

    /** The beginning, after {@link Duty#LAW}, of a duty that is a condition of the ruling. */
    static final String CONDITION = "condition:";

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
        for (Condition condition : conditions(ruling)) {
            texts.add(new DutyText(
                    CONDITION + condition.id(), condition.textEn(), condition.textJa(), cited(condition.provision())));
        }
        for (org.hasekura.law.Duty duty : ruling.duties()) {
            texts.add(new DutyText(duty.id(), duty.whatEn(), duty.whatJa(), cited(duty.provision())));
        }
        return texts;
    }

    private static List<Condition> conditions(Ruling ruling) {
        return ruling instanceof Ruling.PermittedIf permitted ? permitted.conditions() : List.of();
    }

    private static String cited(Provision provision) {
        return provision.citation();
    }
}
