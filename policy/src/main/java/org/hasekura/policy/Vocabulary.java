package org.hasekura.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hasekura.law.Regions;

/** Reads the codes that a constraint compares with, each in the form in which facts are known. */
sealed interface Vocabulary {

    record Code(String code) implements Vocabulary {}

    record NoCode(String english, String japanese) implements Vocabulary {}

    /** The value as a code of the operand. */
    static Vocabulary code(Operand operand, String given) {
        return switch (operand) {
            case PURPOSE -> new Code(Purpose.compact(given));
            case PLACE -> place(given);
            case ONWARD -> given.equals(Codes.NONE) ? new Code(given) : place(given);
            case RULING -> ruling(given);
            case RECIPIENT ->
                given.indexOf(':') > 0
                        ? new Code(given)
                        : new NoCode(
                                Words.shown(given) + " names no party: write its DID, as `did:web:partner.example`",
                                Words.shown(given) + "は当事者の識別子ではない。「did:web:partner.example」のようなDIDを書くこと");
            case SECTOR, CREDENTIAL -> new Code(given);
            case DATE_TIME, ELAPSED_TIME, IN_FORCE, COUNT -> throw new IllegalStateException(operand + " has no codes");
        };
    }

    /** Whether the code stands for others and is never itself what something is. */
    static boolean isClass(Operand operand, String code) {
        return switch (operand) {
            case PLACE, ONWARD -> Broader.isRegion(code);
            case RULING -> code.equals(Broader.LAWFUL);
            default -> false;
        };
    }

    private static Vocabulary ruling(String given) {
        String code = given.replaceFirst("^urn:hasekura:ruling:", "").replace(' ', '-');
        return RulingCode.ALL.contains(code)
                ? new Code(code)
                : new NoCode(Words.unknown("ruling", given, RulingCode.ALL), "不明な判断" + Words.shown(given));
    }

    private static Vocabulary place(String given) {
        Optional<String> code = Places.code(given);
        if (code.isPresent()) {
            return new Code(code.get());
        }
        String meant =
                Places.named(given).map(iso -> "; did you mean `" + iso + "`?").orElse("");
        return new NoCode(
                Words.shown(given)
                        + " is neither a country nor a region: write two letters, as `JP` (ISO 3166-1 alpha-2),"
                        + " `EU` or `EEA`" + meant,
                Words.shown(given) + "は国でも地域でもない。「JP」のような二文字（ISO 3166-1 alpha-2）、「EU」又は「EEA」と書くこと");
    }

    /** Countries and regions, as they may be written. */
    final class Places {

        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
        /** Places of the participant register that ISO does not have. */
        private static final Set<String> OTHERS = Set.of("EPO", "XK");

        private static final List<String> ADDRESSES = List.of(
                "https://w3id.org/dpv/loc#",
                "http://publications.europa.eu/resource/authority/country/",
                "urn:iso:std:iso:3166:");
        private static final Map<String, String> BY_THREE_LETTERS = byThreeLetters();

        private Places() {}

        private static Map<String, String> byThreeLetters() {
            Map<String, String> all = new HashMap<>(Map.of("EUR", Regions.EU));
            COUNTRIES.forEach(iso -> all.put(Locale.of("", iso).getISO3Country(), iso));
            return Map.copyOf(all);
        }

        static Optional<String> code(String given) {
            String bare = given;
            for (String address : ADDRESSES) {
                bare = bare.startsWith(address) ? bare.substring(address.length()) : bare;
            }
            String upper = bare.toUpperCase(Locale.ROOT);
            boolean isPlace = COUNTRIES.contains(upper) || OTHERS.contains(upper) || Broader.isRegion(upper);
            return isPlace ? Optional.of(upper) : Optional.ofNullable(BY_THREE_LETTERS.get(upper));
        }

        /** The country of that name in English or Japanese, or of another code that is often written. */
        static Optional<String> named(String given) {
            Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            names.put("UK", "GB");
            names.put("EL", "GR");
            for (String iso : COUNTRIES) {
                Locale country = Locale.of("", iso);
                names.put(country.getDisplayCountry(Locale.ENGLISH), iso);
                names.put(country.getDisplayCountry(Locale.JAPANESE), iso);
            }
            return Optional.ofNullable(names.get(given));
        }
    }
}
