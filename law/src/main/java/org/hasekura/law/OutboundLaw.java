package org.hasekura.law;

import java.util.List;
import java.util.Optional;

/** Rules of the exporter's own country on flows out of it, as the country's data state them; localisation among them. */
final class OutboundLaw implements LegalOrder {
    @Override
    public String name() {
        return "outbound";
    }

    @Override
    public boolean claims(Matter m) {
        return m.data().isPersonal() && !rules(m).isEmpty();
    }

    private static List<Country.OutboundRule> rules(Matter m) {
        Optional<Country> country = m.exporterCountry();
        return country.isPresent() ? country.get().outboundRules() : List.of();
    }

    private static Optional<Country.OutboundRule> ruleOf(Matter m) {
        for (Country.OutboundRule rule : rules(m)) {
            if (rule.inForceOn(m.day())) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    @Override
    public Opinion rule(Matter m) {
        if (m.isDomestic() || (m.isDirectCollection() && !NotHeld.followsDataSubject(m))) {
            return m.permitted().on("no-transfer");
        }
        Optional<Country.OutboundRule> found = ruleOf(m);
        if (found.isEmpty() || m.isForeignOrder() || m.flow().operation() == Operation.DIRECT_COLLECTION) {
            return m.notCovered(m.exporter().country());
        }
        return judged(m, found.get());
    }

    /** Prints, and names as cure, only what is not met; when all is met, everything that was asked. */
    private static Opinion judged(Matter m, Country.OutboundRule rule) {
        boolean met = true;
        for (Country.Requirement requirement : rule.requirements()) {
            met &= isMet(m, requirement);
        }
        m.trace().step(m.exporter().country(), "outbound", met ? "met" : "not-met", rule.citation());
        Opinion opinion = met ? rule.free() ? m.permitted() : m.permittedIf() : m.forbidden();
        opinion.sure(rule.confidence());
        for (Country.Requirement requirement : rule.requirements()) {
            boolean said = met ? isAsked(m, requirement) : !isMet(m, requirement);
            if (said) {
                opinion.on(requirement.basis());
            }
            if (said && !(met && rule.free())) {
                opinion.condition("RULE", requirement.en(), requirement.ja());
            }
        }
        return opinion;
    }

    private static boolean isAsked(Matter m, Country.Requirement requirement) {
        return !requirement.ifSensitive() || !m.data().special().isEmpty();
    }

    private static boolean isMet(Matter m, Country.Requirement requirement) {
        if (!isAsked(m, requirement) || requirement.basis().kind() == Provision.Kind.SCOPE) {
            return true;
        }
        boolean denied = m.isUnlawful();
        for (String fact : requirement.deniedBy()) {
            denied |= m.has(fact);
        }
        if (requirement.filed().isPresent()) {
            return !m.isUnlawful()
                    && isFiledInTime(m, requirement, requirement.filed().get(), denied);
        }
        return !denied && holdsAll(m, requirement.all()) && holdsAny(m, requirement.any());
    }

    private static boolean holdsAll(Matter m, List<String> types) {
        for (String type : types) {
            if (!holds(m, type)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsAny(Matter m, List<String> types) {
        for (String type : types) {
            if (holds(m, type)) {
                return true;
            }
        }
        return types.isEmpty();
    }

    private static boolean holds(Matter m, String type) {
        return switch (type) {
            case "consent" -> m.flow().holds(type) && !m.has("no-consent");
            case "international-agreement" ->
                (m.flow().holds(type, OutboundLaw::isUnnamed) && !m.has("no-international-agreement"))
                        || m.agreement().isPresent();
            default -> m.flow().holds(type);
        };
    }

    /** An agreement that is stated without its name is presumed to be one that covers the flow; a named one must do so. */
    private static boolean isUnnamed(Safeguard agreement) {
        return agreement.ref().isEmpty();
    }

    /** Filed, or still inside the days that the law gives for filing. */
    private static boolean isFiledInTime(Matter m, Country.Requirement requirement, String type, boolean denied) {
        Optional<Safeguard> filed = denied ? Optional.empty() : m.flow().safeguard(type);
        if (filed.isPresent()) {
            return filed.get().filedWithinDays().orElse(0) <= requirement.deadlineDays();
        }
        return !m.has("more-than-" + requirement.deadlineDays() + "-days-since-first-transfer");
    }
}
