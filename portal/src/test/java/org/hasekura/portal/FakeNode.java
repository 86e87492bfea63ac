package org.hasekura.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A node in memory: how it stands, and its accounts. */
final class FakeNode implements Accounts {

    private final List<Account> accounts = new ArrayList<>();

    static Operations.State state() {
        return new Operations.State(
                List.of(new Operations.Key("log", "rheinwerk.example/log+1234abcd+AQ")),
                List.of(new Operations.Peer(Samples.JAPAN, 1)),
                List.of(new Operations.Waiting(Samples.JAPAN.did(), "ContractRequestMessage", Samples.THEN, 3)),
                new Operations.Disk("/var/lib/hasekura", 123_456_789, 5_000_000_000L, 100_000_000_000L),
                1234,
                List.of(),
                Samples.THEN,
                98_765_432,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Account> all() {
        return accounts.stream().sorted(Comparator.comparing(Account::name)).toList();
    }

    @Override
    public void put(Account account) {
        remove(account.name());
        accounts.add(account);
    }

    @Override
    public void remove(String name) {
        accounts.removeIf(each -> each.name().equals(name));
    }
}
