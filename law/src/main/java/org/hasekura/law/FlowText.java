package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The facts of a flow in words. What is not stated is not said. */
final class FlowText {
    private final Phrasebook words;

    private FlowText(Phrasebook words) {
        this.words = words;
    }

    static List<String> lines(Flow flow, LocalDate day, Phrasebook words) {
        FlowText text = new FlowText(words);
        List<String> lines = new ArrayList<>();
        lines.add(words.say("flow-" + flow.operation().code(), day));
        lines.add("  " + words.say("from", text.party(flow.exporter())));
        lines.add("  " + words.say("to", text.party(flow.importer())));
        lines.add("  " + words.say("data", text.data(flow.data())));
        lines.add("  " + words.say("purpose", words.code(flow.purposeCode())));
        if (!flow.factCodes().isEmpty()) {
            lines.add("  " + words.say("facts", text.codes(flow.factCodes())));
        }
        for (Safeguard safeguard : flow.safeguards()) {
            lines.add("  " + words.say("tool", text.safeguard(safeguard)));
        }
        flow.onward()
                .ifPresent(hop -> lines.add("  "
                        + words.say(
                                "onward", hop.originalExporterRegime(), words.code(hop.importerInJapanReliedOn()))));
        return lines.stream().map(FieldsJson::printable).toList();
    }

    private String party(Party party) {
        List<String> parts = new ArrayList<>();
        stated(party.role(), parts);
        stated(party.kind(), parts);
        party.relation().ifPresent(relation -> parts.add(words.code(relation)));
        if (!party.subjectTo().isEmpty()) {
            parts.add(words.say("subject-to", codes(party.subjectTo())));
        }
        if (!party.certifiedUnder().isEmpty()) {
            parts.add(words.say("certified", codes(party.certifiedUnder())));
        }
        return words.country(party.country())
                + (parts.isEmpty() ? "" : words.say("in-brackets", String.join(words.say("comma"), parts)));
    }

    private void stated(String code, List<String> parts) {
        if (!code.equals(Party.UNSTATED)) {
            parts.add(words.code(code));
        }
    }

    private String data(FlowData data) {
        List<String> parts = new ArrayList<>();
        flag(data.personal(), "personal", parts);
        if (!data.special().isEmpty()) {
            parts.add(words.say("special", codes(data.special())));
        }
        flag(data.criminal(), "criminal", parts);
        flag(data.children(), "children", parts);
        flag(data.hr(), "hr", parts);
        flag(data.pseudonymised(), "pseudonymised", parts);
        flag(data.anonymised(), "anonymised", parts);
        flag(data.nonPersonal(), "non-personal", parts);
        flag(data.industrial(), "industrial", parts);
        flag(data.governmentId(), "government-id", parts);
        flag(data.creditInformation(), "credit-information", parts);
        flag(data.passengerNameRecord(), "passenger-name-record", parts);
        flag(!data.automated(), "manual", parts);
        flag(data.methodInfoDeleted(), "method-deleted", parts);
        data.appiClass().ifPresent(code -> parts.add(words.code(code)));
        data.mixed().ifPresent(code -> parts.add(words.code(code)));
        data.nationalId().ifPresent(code -> parts.add(words.code(code)));
        data.protectedAs().ifPresent(code -> parts.add(words.code(code)));
        data.classification().ifPresent(code -> parts.add(words.code(code)));
        data.system().ifPresent(code -> parts.add(words.code(code)));
        data.controlledTech()
                .ifPresent(tech -> parts.add(words.say(
                        "technology", words.code(tech.list()), tech.entry().orElse(""))));
        if (!data.originRegime().equals(Party.UNSTATED) && !data.originRegime().equals("none")) {
            parts.add(words.say("origin", data.originRegime()));
        }
        parts.addAll(data.unknown());
        return parts.isEmpty() ? words.say("nothing-stated") : String.join(words.say("comma"), parts);
    }

    private void flag(boolean stated, String code, List<String> parts) {
        if (stated) {
            parts.add(words.code(code));
        }
    }

    private String safeguard(Safeguard safeguard) {
        List<String> parts = new ArrayList<>();
        safeguard.set().ifPresent(parts::add);
        safeguard.module().ifPresent(module -> parts.add(words.say("module", module)));
        safeguard.ref().ifPresent(ref -> parts.add(words.code(ref)));
        safeguard.signed().ifPresent(day -> parts.add(words.say("signed", day)));
        safeguard.obtained().ifPresent(day -> parts.add(words.say("obtained", day)));
        safeguard
                .tia()
                .ifPresent(tia -> parts.add(words.say("tia", words.code(tia))
                        + safeguard.tiaDate().map(day -> " (" + day + ")").orElse("")));
        safeguard.supplementaryMeasures().ifPresent(code -> parts.add(words.code(code)));
        safeguard.form().ifPresent(code -> parts.add(words.code(code)));
        safeguard.scope().ifPresent(code -> parts.add(words.code(code)));
        safeguard.periodicCheck().ifPresent(code -> parts.add(words.code(code)));
        safeguard.filedWithinDays().ifPresent(days -> parts.add(words.say("filed", days)));
        safeguard.affirmed().forEach(code -> parts.add(words.code(code)));
        safeguard.denied().forEach(code -> parts.add(words.say("not", words.code(code))));
        return words.code(safeguard.type())
                + (parts.isEmpty() ? "" : words.say("in-brackets", String.join(words.say("comma"), parts)));
    }

    private String codes(Collection<String> codes) {
        return codes.stream().sorted().map(words::code).collect(Collectors.joining(words.say("comma")));
    }
}
