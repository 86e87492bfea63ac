package org.hasekura.policy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The actions that are understood, and which includes which. ODRL has two at the top, {@code use} and {@code transfer};
 * every other is included in one of them. Source: ODRL 2.2 Vocabulary, actions.
 */
final class Actions {

    /** Included in {@code use}, and the data stay with the assignee. */
    private static final Set<String> USING = Set.of(
            "aggregate",
            "annotate",
            "anonymize",
            "archive",
            "concurrentUse",
            "delete",
            "derive",
            "digitize",
            "display",
            "execute",
            "extract",
            "include",
            "index",
            "install",
            "modify",
            "move",
            "play",
            "present",
            "print",
            "read",
            "reproduce",
            "stream",
            "synchronize",
            "textToSpeech",
            "transform",
            "translate",
            "uninstall",
            "watermark");

    /** Included in {@code use} by ODRL, and others get the data or rights in them. */
    private static final Set<String> PASSING_ON = Set.of("distribute", "grantUse");

    /** Included in {@code transfer}. */
    private static final Set<String> GIVING_AWAY = Set.of("give", "sell");

    /** What only makes sense as a duty. */
    private static final Set<String> OWED = Set.of(
            "acceptTracking",
            "attribute",
            "compensate",
            "ensureExclusivity",
            "inform",
            "nextPolicy",
            "obtainConsent",
            "reviewPolicy");

    private static final String USE = "use";
    private static final String TRANSFER = "transfer";

    private static final Set<String> KNOWN = Stream.of(Set.of(USE, TRANSFER), USING, PASSING_ON, GIVING_AWAY, OWED)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private Actions() {}

    static boolean isKnown(Action action) {
        return KNOWN.contains(action.compact().iri());
    }

    /** Every known action, for a message that names the nearest. */
    static Set<String> names() {
        return KNOWN;
    }

    /**
     * Whether permission for {@code given} allows {@code asked}. Narrower than ODRL in one point: {@code use} does not
     * allow passing the data on, which has to be allowed by name.
     */
    static boolean permits(Action given, Action asked) {
        String wide = given.compact().iri();
        String narrow = asked.compact().iri();
        return wide.equals(narrow)
                || (wide.equals(USE) && USING.contains(narrow))
                || (wide.equals(TRANSFER) && GIVING_AWAY.contains(narrow));
    }

    /** Whether forbidding {@code given} forbids {@code asked}: with all that ODRL includes. */
    static boolean forbids(Action given, Action asked) {
        String name = asked.compact().iri();
        boolean isUnderUse = PASSING_ON.contains(name) || OWED.contains(name);
        return permits(given, asked) || (given.compact().iri().equals(USE) && isUnderUse);
    }
}
