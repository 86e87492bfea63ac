package org.hasekura.law;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The codes in which facts may be stated. A code outside is named, never ignored. */
final class Vocabulary {
    /** Where a code may stand, by its name in {@code vocabulary.json} and in the answer to whoever misspelt one. */
    private enum Field {
        PURPOSE_CODE("purposeCode"),
        FACT_CODES("factCodes"),
        FIRST_EXPORTER_REGIME("onward.originalExporterRegime"),
        FIRST_GROUND("onward.importerInJapanReliedOn"),
        ROLE("role"),
        KIND("kind"),
        CERTIFIED_UNDER("certifiedUnder"),
        SUBJECT_TO("subjectTo"),
        RELATION("relation"),
        ORIGIN_REGIME("originRegime"),
        SPECIAL("special"),
        APPI_CLASS("appiClass"),
        MIXED("mixed"),
        NATIONAL_ID("nationalId"),
        PROTECTED_AS("protected"),
        CLASSIFICATION("classification"),
        SYSTEM("system"),
        CONTROLLED_TECH("controlledTech.list"),
        SAFEGUARD_TYPE("safeguard.type"),
        SAFEGUARD_SET("safeguard.set"),
        SAFEGUARD_TIA("safeguard.tia"),
        SAFEGUARD_SUPPLEMENTARY_MEASURES("safeguard.supplementaryMeasures"),
        SAFEGUARD_REF("safeguard.ref"),
        SAFEGUARD_FORM("safeguard.form"),
        SAFEGUARD_SCOPE("safeguard.scope"),
        SAFEGUARD_PERIODIC_CHECK("safeguard.periodicCheck"),
        SAFEGUARD_FLAGS("safeguard.flags");

        private final String text;

        Field(String text) {
            this.text = text;
        }
    }

    private final Map<Field, Codebook> codes = new EnumMap<>(Field.class);
    private final Places places;

    Vocabulary(LawData law, Places places) {
        this.places = places;
        for (Field field : Field.values()) {
            Set<String> known = law.codes().get(field.text);
            if (known == null) {
                throw new IllegalStateException("the vocabulary has no field `" + field.text + "`");
            }
            codes.put(field, new Codebook(known));
        }
    }

    /** A set of words made to be asked for one that is there: open addressing, at most a quarter full. */
    private static final class Codebook {
        private final @Nullable String[] slots;

        Codebook(Set<String> words) {
            slots = new String[Integer.highestOneBit(8 * Math.max(1, words.size()))];
            for (String word : words) {
                int slot = first(word);
                while (slots[slot] != null) {
                    slot = after(slot);
                }
                slots[slot] = word;
            }
        }

        private int first(String word) {
            int hash = word.hashCode();
            return (hash ^ (hash >>> 16)) & (slots.length - 1);
        }

        private int after(int slot) {
            return (slot + 1) & (slots.length - 1);
        }

        boolean hold(String word) {
            for (int slot = first(word); ; slot = after(slot)) {
                String one = slots[slot];
                if (one == null) {
                    return false;
                }
                if (one.equals(word)) {
                    return true;
                }
            }
        }
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
        one(Field.PURPOSE_CODE, flow.purposeCode(), unknown);
        all(Field.FACT_CODES, flow.factCodes(), unknown);
        for (Safeguard safeguard : flow.safeguards()) {
            safeguard(safeguard, unknown);
        }
        if (flow.onward().isPresent()) {
            stated(Field.FIRST_EXPORTER_REGIME, flow.onward().get().originalExporterRegime(), unknown);
            stated(Field.FIRST_GROUND, flow.onward().get().importerInJapanReliedOn(), unknown);
        }
        unknown.addAll(flow.data().unknown());
        if (unknown.size() > 1) {
            unknown.sort(null);
        }
        return unknown;
    }

    private void party(String side, Party party, List<String> unknown) {
        if (!places.hold(party.country())) {
            unknown.add(side + ".country=" + party.country());
        }
        stated(Field.ROLE, party.role(), unknown);
        stated(Field.KIND, party.kind(), unknown);
        all(Field.CERTIFIED_UNDER, party.certifiedUnder(), unknown);
        all(Field.SUBJECT_TO, party.subjectTo(), unknown);
        maybe(Field.RELATION, party.relation(), unknown);
    }

    private void data(FlowData data, List<String> unknown) {
        stated(Field.ORIGIN_REGIME, data.originRegime(), unknown);
        all(Field.SPECIAL, data.special(), unknown);
        maybe(Field.APPI_CLASS, data.appiClass(), unknown);
        maybe(Field.MIXED, data.mixed(), unknown);
        maybe(Field.NATIONAL_ID, data.nationalId(), unknown);
        maybe(Field.PROTECTED_AS, data.protectedAs(), unknown);
        maybe(Field.CLASSIFICATION, data.classification(), unknown);
        maybe(Field.SYSTEM, data.system(), unknown);
        if (data.controlledTech().isPresent()) {
            one(Field.CONTROLLED_TECH, data.controlledTech().get().list(), unknown);
        }
    }

    private void safeguard(Safeguard safeguard, List<String> unknown) {
        one(Field.SAFEGUARD_TYPE, safeguard.type(), unknown);
        maybe(Field.SAFEGUARD_SET, safeguard.set(), unknown);
        maybe(Field.SAFEGUARD_TIA, safeguard.tia(), unknown);
        maybe(Field.SAFEGUARD_SUPPLEMENTARY_MEASURES, safeguard.supplementaryMeasures(), unknown);
        maybe(Field.SAFEGUARD_REF, safeguard.ref(), unknown);
        maybe(Field.SAFEGUARD_FORM, safeguard.form(), unknown);
        maybe(Field.SAFEGUARD_SCOPE, safeguard.scope(), unknown);
        maybe(Field.SAFEGUARD_PERIODIC_CHECK, safeguard.periodicCheck(), unknown);
        int module = safeguard.module().orElse(1);
        if (module < 1 || module > 4) {
            unknown.add("safeguard.module=" + module);
        }
        for (String attribute : safeguard.affirmed()) {
            one(Field.SAFEGUARD_FLAGS, attribute, unknown);
        }
        for (String attribute : safeguard.denied()) {
            one(Field.SAFEGUARD_FLAGS, attribute, unknown);
        }
    }

    private void stated(Field field, String code, List<String> unknown) {
        if (!code.equals(Party.UNSTATED)) {
            one(field, code, unknown);
        }
    }

    private void maybe(Field field, Optional<String> code, List<String> unknown) {
        if (code.isPresent()) {
            one(field, code.get(), unknown);
        }
    }

    private void all(Field field, Set<String> codes, List<String> unknown) {
        if (!codes.isEmpty()) {
            for (String code : codes) {
                one(field, code, unknown);
            }
        }
    }

    private void one(Field field, String code, List<String> unknown) {
        if (!Objects.requireNonNull(codes.get(field)).hold(code)) {
            unknown.add(field.text + "=" + code);
        }
    }
}
