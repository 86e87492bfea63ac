package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;

/**
 * What becomes of one flow.
 *
 * @param day the day of the ruling {@code after}: the first on which the flow may not go on or, where it goes on, the day of the
 *     last end
 * @param before the ruling for the day before the first end
 * @param causes what took the ground away: the decisions that ended or, where the flow rested on none of them, the law that begins
 *     that day; empty where nothing changed
 * @param cures what restores it, the least effort first; empty where none of the remedies in the law data does
 * @param advice where no cure is known: what the ruling itself names, not tried
 */
public record DrillResult(
        DrillFlow flow,
        Fate fate,
        Harm harm,
        LocalDate day,
        Ruling before,
        Ruling after,
        List<Provision> causes,
        List<Cure> cures,
        List<Condition> advice) {}
