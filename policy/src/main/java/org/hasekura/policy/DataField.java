package org.hasekura.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facts that can be stated about a dataset, in the words of the law's cases, and what may be said of each.
 *
 * <p>A field with {@code isAsked} is one that every case states: silence about it in personal data is not an answer.
 */
enum DataField {
    PERSONAL("personal"),
    NON_PERSONAL("nonPersonal"),
    PSEUDONYMISED("pseudonymised"),
    ANONYMISED("anonymised"),
    ORIGIN_REGIME("originRegime", true, "BR", "CH", "EU", "IN", "JP", "KE", "KR", "KZ", "RW", "UK", "VN", "none"),
    CATEGORIES("categories"),
    SPECIAL(
            "special",
            true,
            "biometric",
            "ethnic-origin",
            "genetic",
            "health",
            "philosophical-belief",
            "political-opinion",
            "religion",
            "sex-life",
            "sexual-orientation",
            "trade-union"),
    CRIMINAL("criminal", true),
    CHILDREN("children", true),
    GOVERNMENT_ID("governmentId", true),
    HR("hr", true),
    INDUSTRIAL("industrial"),
    CREDIT_INFORMATION("creditInformation"),
    PNR("pnr"),
    AUTOMATED("automated"),
    METHOD_INFO_DELETED("methodInfoDeleted"),
    APPI_CLASS("appiClass", false, "anonymously-processed", "personally-referable", "pseudonymously-processed"),
    MIXED("mixed", false, "inextricable"),
    NATIONAL_ID("nationalId", false, "JP-my-number", "KR-resident-registration-number"),
    PROTECTED("protected", false, "commercially-confidential"),
    CLASSIFICATION("classification", false, "important-economic-security-information"),
    SYSTEM("system", false, "specified-critical-facility"),
    CONTROLLED_TECH("controlledTech", false, "EU-ANNEX-I", "JP-FEO-TABLE", "JP-ESPA-FIELD"),
    CONTROLLED_TECH_EXCLUDED("controlledTech.annexIIExcluded"),
    ORIGINAL_EXPORTER_REGIME("onward.originalExporterRegime", false, "EU", "UK"),
    RELIED_ON("onward.importerInJapanReliedOn", false, "A45-3");

    private static final Set<DataField> LISTS = Set.of(CATEGORIES, SPECIAL);

    private final String text;
    private final boolean isAsked;
    /** Parted by commas: a list would not be immutable by its type. */
    private final String codes;

    DataField(String text) {
        this(text, false);
    }

    DataField(String text, boolean isAsked, String... codes) {
        this.text = text;
        this.isAsked = isAsked;
        this.codes = String.join(",", codes);
    }

    /** As written on a dataset. */
    String text() {
        return text;
    }

    /** Whether it must be stated of personal data. */
    boolean isAsked() {
        return isAsked;
    }

    /** The codes it takes; empty if it takes yes or no, or any words. */
    List<String> codes() {
        return codes.isEmpty() ? List.of() : List.of(codes.split(",", -1));
    }

    boolean isList() {
        return LISTS.contains(this);
    }

    boolean isYesOrNo() {
        return codes.isEmpty() && this != CATEGORIES;
    }

    static Optional<DataField> of(String text) {
        return Arrays.stream(values()).filter(field -> field.text.equals(text)).findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(DataField::text).toList();
    }
}
