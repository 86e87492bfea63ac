package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A provision or decision as lines for people. */
public final class ProvisionText {
    private ProvisionText() {}

    /** Everything on it. */
    public static List<String> lines(ProvisionSearch.Found found, Law law, Phrasebook words) {
        Provision one = found.provision();
        List<String> lines = new ArrayList<>();
        lines.add(one.token() + "  " + words.of(one.nameEn(), one.nameJa()));
        line("provision.citation", one.citation(words.language()), words, lines);
        line("provision.names", one.nameEn() + " / " + one.nameJa(), words, lines);
        line("provision.kind", words.say("provision.kind." + one.kind().code()), words, lines);
        line("provision.days", days(one), words, lines);
        RowFacts facts = RowFacts.of(law, found);
        facts.knownFrom().ifPresent(day -> line("provision.known", day.toString(), words, lines));
        facts.endKnownFrom().ifPresent(day -> line("provision.end-known", day.toString(), words, lines));
        facts.endReason().ifPresent(reason -> line("provision.end", reason, words, lines));
        line("provision.sure", words.code(one.confidence().code()), words, lines);
        line("provision.source", words.say("provision.source." + facts.source()), words, lines);
        one.dpvIri().ifPresent(iri -> line("provision.dpv", iri, words, lines));
        link(one).ifPresent(link -> line("provision.link", link, words, lines));
        found.decision().ifPresent(decision -> {
            line("provision.grantor", decision.grantor(), words, lines);
            line("provision.beneficiaries", String.join(", ", decision.beneficiaries()), words, lines);
            decision.scope().forEach(part -> line("provision.scope", part(part, words), words, lines));
            decision.exclusions()
                    .forEach(excluded -> line("provision.excludes", excluded(excluded, words), words, lines));
            decision.duties()
                    .forEach(duty -> line(
                            "provision.duty",
                            words.code(duty.who()) + ": " + words.of(duty.whatEn(), duty.whatJa()),
                            words,
                            lines));
        });
        return lines.stream().map(FieldsJson::printable).toList();
    }

    /** A row of a list: token, days, citation, name. */
    public static List<String> row(ProvisionSearch.Found found, Phrasebook words) {
        Provision one = found.provision();
        return List.of(one.token(), days(one), one.citation(words.language()), words.of(one.nameEn(), one.nameJa()));
    }

    /** The text of the act: its own address, or that of EUR-Lex by its number. */
    static Optional<String> link(Provision one) {
        return one.url()
                .or(() ->
                        one.celex().map(celex -> "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:" + celex));
    }

    private static String excluded(ProvisionSearch.Excluded one, Phrasebook words) {
        String parts = one.parts().stream().map(part -> part(part, words)).collect(Collectors.joining("; "));
        boolean dated = one.from().isPresent() || one.to().isPresent();
        return one.ref() + ": " + parts + (dated ? " (" + days(one.from(), one.to()) + ")" : "");
    }

    private static String part(ProvisionSearch.Part part, Phrasebook words) {
        return words.say(
                "part." + part.name(),
                part.codes().stream().map(words::code).collect(Collectors.joining(words.say("comma"))));
    }

    private static String days(Provision one) {
        return days(one.inForceFrom(), one.inForceTo());
    }

    private static String days(Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.map(LocalDate::toString).orElse("…") + " – "
                + to.map(LocalDate::toString).orElse("");
    }

    private static void line(String name, String value, Phrasebook words, List<String> lines) {
        lines.add("  " + words.say(name) + ": " + value);
    }
}
