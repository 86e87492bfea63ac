package org.hasekura.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hasekura.evidence.Entry;
import org.hasekura.law.Law;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Duty;
import org.hasekura.policy.DutyText;
import org.hasekura.policy.Operator;

/** The duties of the law that bind from the conclusion of an agreement on, as evidence: one entry for each and each bearer. */
final class DutiesDue {

    /** A peer writes the terms of its own agreements; what no law data would name is none of the law's duties. */
    private static final Pattern ID = Pattern.compile("[!-~]{1,200}");

    private static final int DUTIES_MAX = 200;

    private DutiesDue() {}

    /**
     * Those of an agreement.
     *
     * @param provider DID of who exports; bears what the law lays on the exporter
     * @param consumer DID of who imports
     */
    static List<Entry> of(Agreement agreement, String provider, String consumer, Law law, String node, Instant at) {
        List<DutyText> texts = DutyText.of(agreement.terms(), law);
        Stream<Duty> permitted =
                agreement.terms().permissions().stream().flatMap(permission -> permission.duties().stream());
        List<Duty> duties = Stream.concat(permitted, agreement.terms().obligations().stream())
                .filter(Duty::isFromLaw)
                .filter(duty -> ID.matcher(id(duty)).matches())
                .distinct()
                .limit(DUTIES_MAX)
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (Duty duty : duties) {
            String who = texts.stream()
                    .filter(text -> text.id().equals(id(duty)))
                    .flatMap(text -> text.who().stream())
                    .findFirst()
                    .orElse("both");
            if (!who.equals("importer")) {
                entries.add(new Entry.DutyDue(node, at, agreement.id(), id(duty), provider, lastDay(duty)));
            }
            if (!who.equals("exporter")) {
                entries.add(new Entry.DutyDue(node, at, agreement.id(), id(duty), consumer, lastDay(duty)));
            }
        }
        return entries;
    }

    private static String id(Duty duty) {
        return duty.action().iri().substring(Duty.LAW.length());
    }

    private static Optional<LocalDate> lastDay(Duty duty) {
        return duty.constraints().stream()
                .filter(Constraint.Atomic.class::isInstance)
                .map(Constraint.Atomic.class::cast)
                .filter(each -> each.leftOperand().equals("dateTime") && each.operator() == Operator.LTEQ)
                .flatMap(each -> day(each.rightOperand().getFirst()).stream())
                .findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
