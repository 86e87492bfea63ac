package org.hasekura.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.StoreFailed;

/** The people who may sign in with a password. Durable when a method returns. */
public interface Accounts {

    /** In the order of their names. */
    List<Account> all() throws StoreFailed;

    default Optional<Account> find(String name) throws StoreFailed {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Adds the account, or puts it in the place of the one of that name. */
    void put(Account account) throws StoreFailed;

    void remove(String name) throws StoreFailed;

    /**
     * One of them.
     *
     * @param password as {@link Passwords} keeps it
     */
    record Account(String name, String password, Set<Role> roles) {
        public Account {
            roles = Set.copyOf(roles);
        }
    }
}
