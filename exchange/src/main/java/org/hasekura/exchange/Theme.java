package org.hasekura.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What a dataset is about, as data portals of Europe say it: one of the codes of the European Union's authority table of
 * data themes, or the address of a theme of another list. DCAT-AP 3 {@code dcat:theme}.
 */
public final class Theme {

    /** The codes, as they stand in that table (publications.europa.eu, authority {@code data-theme}). */
    public static final List<String> CODES = List.of(
            "AGRI",
            "ECON",
            "EDUC",
            "ENER",
            "ENVI",
            "GOVE",
            "HEAL",
            "INTR",
            "JUST",
            "OP_DATPRO",
            "REGI",
            "SOCI",
            "TECH",
            "TRAN");

    private static final String TABLE = "http://publications.europa.eu/resource/authority/data-theme/";
    private static final int ADDRESS_MAX = 500;

    private Theme() {}

    /** The code or address that the text means; empty when it means none. */
    public static Optional<String> of(String text) {
        String code = (text.startsWith(TABLE) ? text.substring(TABLE.length()) : text)
                .strip()
                .toUpperCase(java.util.Locale.ROOT);
        if (CODES.contains(code)) {
            return Optional.of(code);
        }
        boolean isAddress = text.length() <= ADDRESS_MAX && text.matches("(https?://|urn:)[^\\s<>\"]+");
        return isAddress ? Optional.of(text) : Optional.empty();
    }

    /** How it stands in a catalog: as an address. */
    static String address(String theme) {
        return CODES.contains(theme) ? TABLE + theme : theme;
    }
}
