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

    private static boolean asks(Country.OutboundRule rule) {
        for (Provision one : rule.basis()) {
            if (one.kind() == Provision.Kind.SCOPE) {
                return false;
            }
        }
        return true;
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
        Country.OutboundRule rule = found.get();
        boolean met = isMet(m, rule) && !(asks(rule) && m.isUnlawful());
        m.trace().step(m.exporter().country(), "outbound", met ? "met" : "not-met", rule.citation());
        Opinion opinion = met ? rule.free() ? m.permitted() : m.permittedIf() : m.forbidden();
        if (!m.data().special().isEmpty()) {
            rule.basisIfSensitive().forEach(opinion::on);
        }
        rule.basis().forEach(opinion::on);
        opinion.sure(rule.confidence());
        return rule.free() && met ? opinion : opinion.condition("RULE", rule.requiresEn(), rule.requiresJa());
    }

    private static boolean isMet(Matter m, Country.OutboundRule rule) {
        if (rule.safeguard().isPresent()) {
            return isFiledInTime(m, rule, rule.safeguard().get());
        }
        return rule.deniedBy().stream().noneMatch(m::has)
                && rule.safeguardsAll().stream().allMatch(type -> holds(m, type))
                && (rule.safeguardsAny().isEmpty()
                        || rule.safeguardsAny().stream().anyMatch(type -> holds(m, type)))
                && (m.data().special().isEmpty()
                        || rule.safeguardsAllIfSensitive().stream().allMatch(type -> holds(m, type)));
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
    private static boolean isFiledInTime(Matter m, Country.OutboundRule rule, String type) {
        boolean denied = rule.deniedBy().stream().anyMatch(m::has);
        Optional<Safeguard> filed = denied ? Optional.empty() : m.flow().safeguard(type);
        if (filed.isPresent()) {
            return filed.get().filedWithinDays().orElse(0) <= rule.deadlineDays();
        }
        return !m.has("more-than-" + rule.deadlineDays() + "-days-since-first-transfer");
    }
}
