package org.hasekura.portal;

import java.util.Set;

/** Who looks at a page. */
public sealed interface Viewer {

    /** Nobody who has signed in. */
    record Guest() implements Viewer {}

    /**
     * Somebody who has signed in.
     *
     * @param name of the account
     * @param roles which they may take
     * @param acting the one they have taken
     */
    record Person(String name, Set<Role> roles, Role acting) implements Viewer {
        public Person {
            roles = Set.copyOf(roles);
            if (!roles.contains(acting)) {
                throw new IllegalArgumentException("`" + name + "` may not act as " + acting);
            }
        }
    }

    default boolean isSignedIn() {
        return this instanceof Person;
    }

    /** Whether they act in one of these roles. */
    default boolean isOneOf(Set<Role> wanted) {
        return this instanceof Person person && wanted.contains(person.acting());
    }
}
