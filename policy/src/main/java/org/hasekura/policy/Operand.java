package org.hasekura.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a constraint can be about, as far as it is understood here. Each fact comes from this node's own knowledge or from
 * what the recipient binds itself to, never from what it says of itself. Source: ODRL 2.2 Vocabulary, left operands; those
 * that ODRL does not have begin with {@link #IRI}.
 */
public enum Operand {
    /** What the recipient binds itself to use the data for. */
    PURPOSE(Kind.CODES, "purpose"),
    /** The recipient's country, which lies in regions. */
    PLACE(Kind.CODES, "spatial", "country"),
    /** The recipient, by its DID. */
    RECIPIENT(Kind.CODES, "recipient"),
    /** The recipient's sector. */
    SECTOR(Kind.CODES, "industry", "sector"),
    /** Memberships and certifications that the recipient holds. */
    CREDENTIAL(Kind.CODES, "credential"),
    /** What the law says to the flow. */
    RULING(Kind.CODES, "ruling"),
    /** Where the recipient binds itself to pass the data on to, if anywhere. */
    ONWARD(Kind.CODES, "onwardTransfer"),
    /** The time of the question. */
    DATE_TIME(Kind.TIME, "dateTime"),
    /** How long ago the agreement was used for the first time. */
    ELAPSED_TIME(Kind.PERIOD, "elapsedTime"),
    /** The time of the question, also told from the agreement on. */
    IN_FORCE(Kind.PERIOD, "inForceDate"),
    /** How often the agreement has been used, with the use that is asked about. */
    COUNT(Kind.NUMBER, "count");

    /** What its values are. */
    enum Kind {
        CODES,
        TIME,
        PERIOD,
        NUMBER
    }

    /** The beginning of an operand that is not ODRL's. */
    public static final String IRI = "urn:hasekura:operand:";

    private static final String ODRL = "http://www.w3.org/ns/odrl/2/";
    private static final String EDC = "https://w3id.org/edc/v0.0.1/ns/";

    /** Operands of ODRL for which no node has facts: named, so that the refusal does not look like a slip of the pen. */
    private static final Set<String> WITHOUT_FACTS = Set.of(
            "absolutePosition",
            "absoluteSize",
            "absoluteSpatialPosition",
            "absoluteTemporalPosition",
            "delayPeriod",
            "deliveryChannel",
            "event",
            "fileFormat",
            "language",
            "media",
            "meteredTime",
            "payAmount",
            "percentage",
            "product",
            "relativePosition",
            "relativeSize",
            "relativeSpatialPosition",
            "relativeTemporalPosition",
            "resolution",
            "spatialCoordinates",
            "systemDevice",
            "timeInterval",
            "unitOfCount",
            "version",
            "virtualLocation");

    private static final Map<String, Operand> BY_NAME = byName();

    private final Kind kind;
    private final String names;

    Operand(Kind kind, String... names) {
        this.kind = kind;
        this.names = String.join(",", names);
    }

    private static Map<String, Operand> byName() {
        Map<String, Operand> all = new HashMap<>();
        Stream.of(values()).forEach(each -> each.names().forEach(name -> all.put(name, each)));
        return Map.copyOf(all);
    }

    Kind kind() {
        return kind;
    }

    /** Its name on the wire, and other spellings of it. */
    public List<String> names() {
        return List.of(names.split(",", -1));
    }

    /** Whether several values can be true at once. */
    boolean isPlural() {
        return this == CREDENTIAL || this == ONWARD;
    }

    /** The operand of that name, with {@code odrl:} or as a full IRI, too; empty for one that is not understood. */
    static Optional<Operand> of(String name) {
        String compact = compact(name);
        return Optional.ofNullable(BY_NAME.get(compact))
                .or(() -> credentialType(compact).map(_ -> CREDENTIAL));
    }

    /** The type that an operand such as {@code MembershipCredential} or {@code Membership} asks for. */
    static Optional<String> credentialType(String name) {
        String last = name.substring(
                Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('#'), name.lastIndexOf(':'))) + 1);
        if (last.equals("Membership")) {
            return Optional.of("MembershipCredential");
        }
        return last.endsWith("Credential") && last.length() > "Credential".length()
                ? Optional.of(last)
                : Optional.empty();
    }

    /** The operand's short name: with {@code odrl:} or as a full IRI it is the same. */
    static String compact(String name) {
        for (String beginning : List.of(ODRL, "odrl:", IRI, EDC, "edc:")) {
            if (name.startsWith(beginning)) {
                return name.substring(beginning.length());
            }
        }
        return name;
    }

    /** What to say to a name that is no operand here. */
    static Finding unknown(String path, String name) {
        String bare = compact(name);
        List<String> known =
                Stream.of(values()).flatMap(each -> each.names().stream()).toList();
        if (WITHOUT_FACTS.contains(bare)) {
            return new Finding(
                    path,
                    "no node here has facts for operand " + Words.shown(bare) + "; there are `"
                            + String.join("`, `", known) + "`",
                    "オペランド" + Words.shown(bare) + "の事実を知る手段がない");
        }
        return new Finding(path, Words.unknown("operand", name, known), "不明なオペランド" + Words.shown(name));
    }
}
