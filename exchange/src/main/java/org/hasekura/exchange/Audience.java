package org.hasekura.exchange;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/** For whom the store looks up what is on offer. */
public sealed interface Audience {

    /** This node's own people: they see all of it. */
    static Audience own() {
        return new Own();
    }

    /** A participant who sees what everybody sees. */
    static Audience everybody() {
        return new Peer(Collections.emptyNavigableSet());
    }

    /** This node's own people. */
    record Own() implements Audience {}

    /**
     * A participant.
     *
     * @param grants those that show something to it, as they are written
     */
    record Peer(NavigableSet<String> grants) implements Audience {
        public Peer {
            grants = Collections.unmodifiableNavigableSet(new TreeSet<>(grants));
        }
    }

    /** Whether they see a dataset with this visibility. */
    default boolean sees(Visibility visibility) {
        return switch (this) {
            case Own _ -> true;
            case Peer(NavigableSet<String> grants) ->
                visibility.isForEveryone() || visibility.grants().stream().anyMatch(grants::contains);
        };
    }
}
