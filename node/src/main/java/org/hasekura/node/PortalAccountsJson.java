package org.hasekura.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.portal.Accounts;
import org.hasekura.portal.Role;
import org.hasekura.store.SettingStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The accounts of the portal in the store of the node: all of them as one JSON text, since they are few and change seldom. */
final class PortalAccountsJson implements Accounts {

    private static final String NAME = "portal-accounts";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    // One change at a time: this object's monitor is held from the reading to the writing.
    private final SettingStore settings;

    PortalAccountsJson(SettingStore settings) {
        this.settings = settings;
    }

    @Override
    public synchronized List<Account> all() throws StoreFailed {
        var accounts = new ArrayList<Account>();
        Optional<byte[]> kept = settings.get(NAME);
        if (kept.isPresent()) {
            for (JsonNode each : MAPPER.readTree(kept.get())) {
                Set<Role> roles = EnumSet.noneOf(Role.class);
                each.path("roles").forEach(role -> roles.add(Role.valueOf(role.stringValue())));
                accounts.add(new Account(
                        each.path("name").stringValue(), each.path("password").stringValue(), roles));
            }
        }
        return accounts;
    }

    @Override
    public synchronized void put(Account account) throws StoreFailed {
        List<Account> accounts = without(account.name());
        accounts.add(account);
        write(accounts);
    }

    @Override
    public synchronized void remove(String name) throws StoreFailed {
        write(without(name));
    }

    private List<Account> without(String name) throws StoreFailed {
        List<Account> accounts = new ArrayList<>(all());
        accounts.removeIf(each -> each.name().equals(name));
        return accounts;
    }

    private void write(List<Account> accounts) throws StoreFailed {
        ArrayNode array = MAPPER.createArrayNode();
        accounts.stream().sorted(Comparator.comparing(Account::name)).forEach(each -> {
            ObjectNode object = array.addObject().put("name", each.name()).put("password", each.password());
            ArrayNode roles = object.putArray("roles");
            each.roles().stream().sorted().map(Role::name).forEach(roles::add);
        });
        settings.put(NAME, MAPPER.writeValueAsBytes(array));
    }
}
