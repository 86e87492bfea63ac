package org.hasekura.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes in which facts may be stated. A code outside is named, never ignored. */
final class Vocabulary {
    private static final Set<String> COUNTRIES = Stream.concat(
                    Arrays.stream(java.util.Locale.getISOCountries()), Stream.of("EPO", "XK"))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Set<String>> codes;

    Vocabulary(LawData law) {
        this.codes = law.codes();
    }

    /** Every statement of the flow that is no known code, in the form {@code field=code}; in a fixed order. */
    List<String> unknown(Flow flow) {
        List<String> unknown = new ArrayList<>(0);
        if (flow.operation() == Operation.OTHER && flow.data().unknown().isEmpty()) {
            unknown.add("operation=other");
        }
        party("exporter", flow.exporter(), unknown);
        party("importer", flow.importer(), unknown);
        data(flow.data(), unknown);
        one("purposeCode", flow.purposeCode(), unknown);
        all("factCodes", flow.factCodes(), unknown);
        for (Safeguard safeguard : flow.safeguards()) {
            safeguard(safeguard, unknown);
        }
        if (flow.onward().isPresent()) {
            stated("onward.originalExporterRegime", flow.onward().get().originalExporterRegime(), unknown);
            stated("onward.importerInJapanReliedOn", flow.onward().get().importerInJapanReliedOn(), unknown);
        }
        unknown.addAll(flow.data().unknown());
        if (unknown.size() > 1) {
            unknown.sort(null);
        }
        return unknown;
    }

    private void party(String side, Party party, List<String> unknown) {
        if (!COUNTRIES.contains(party.country())) {
            unknown.add(side + ".country=" + party.country());
        }
        stated("role", party.role(), unknown);
        stated("kind", party.kind(), unknown);
        all("certifiedUnder", party.certifiedUnder(), unknown);
        all("subjectTo", party.subjectTo(), unknown);
        maybe("relation", party.relation(), unknown);
    }

    private void data(FlowData data, List<String> unknown) {
        stated("originRegime", data.originRegime(), unknown);
        all("special", data.special(), unknown);
        maybe("appiClass", data.appiClass(), unknown);
        maybe("mixed", data.mixed(), unknown);
        maybe("nationalId", data.nationalId(), unknown);
        maybe("protected", data.protectedAs(), unknown);
        maybe("classification", data.classification(), unknown);
        maybe("system", data.system(), unknown);
        if (data.controlledTech().isPresent()) {
            one("controlledTech.list", data.controlledTech().get().list(), unknown);
        }
    }

    private void safeguard(Safeguard safeguard, List<String> unknown) {
        one("safeguard.type", safeguard.type(), unknown);
        maybe("safeguard.set", safeguard.set(), unknown);
        maybe("safeguard.tia", safeguard.tia(), unknown);
        maybe("safeguard.supplementaryMeasures", safeguard.supplementaryMeasures(), unknown);
        maybe("safeguard.ref", safeguard.ref(), unknown);
        maybe("safeguard.form", safeguard.form(), unknown);
        maybe("safeguard.scope", safeguard.scope(), unknown);
        maybe("safeguard.periodicCheck", safeguard.periodicCheck(), unknown);
        int module = safeguard.module().orElse(1);
        if (module < 1 || module > 4) {
            unknown.add("safeguard.module=" + module);
        }
        for (String attribute : safeguard.affirmed()) {
            one("safeguard.flags", attribute, unknown);
        }
        for (String attribute : safeguard.denied()) {
            one("safeguard.flags", attribute, unknown);
        }
    }

    private void stated(String field, String code, List<String> unknown) {
        if (!code.equals(Party.UNSTATED)) {
            one(field, code, unknown);
        }
    }

    private void maybe(String field, Optional<String> code, List<String> unknown) {
        if (code.isPresent()) {
            one(field, code.get(), unknown);
        }
    }

    private void all(String field, Set<String> codes, List<String> unknown) {
        if (!codes.isEmpty()) {
            for (String code : codes) {
                one(field, code, unknown);
            }
        }
    }

    private void one(String field, String code, List<String> unknown) {
        Set<String> known = codes.get(field);
        if (known == null) {
            throw new IllegalStateException("the vocabulary has no field `" + field + "`");
        }
        if (!known.contains(code)) {
            unknown.add(field + "=" + code);
        }
    }
}
