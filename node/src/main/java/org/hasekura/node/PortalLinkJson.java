package org.hasekura.node;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hasekura.portal.Role;
import tools.jackson.databind.JsonNode;

/** Who is to be let in by a link, as it is asked for and answered. */
final class PortalLinkJson {

    private static final int NAME_CHARACTERS_MAX = 100;

    private PortalLinkJson() {}

    /** Who comes, and as what. */
    record Form(String name, Set<Role> roles) {

        Form {
            roles = Set.copyOf(roles);
        }
    }

    /** An empty body is a guest of the operator in every role. */
    static Form read(byte[] bytes) throws ManagementJson.BadInput {
        JsonNode body = bytes.length == 0 ? ManagementJson.object() : ManagementJson.read(bytes);
        String name = ManagementJson.optionalText(body, "name").orElse("guest of the operator");
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
            throw new ManagementJson.BadInput("`name` is to have 1 to " + NAME_CHARACTERS_MAX + " characters");
        }
        return new Form(name, roles(body));
    }

    static String write(String url, Duration validity) {
        return ManagementJson.object()
                .put("url", url)
                .put("minutes", validity.toMinutes())
                .toString();
    }

    static List<String> roleNames() {
        return Arrays.stream(Role.values()).map(PortalLinkJson::name).toList();
    }

    private static Set<Role> roles(JsonNode body) throws ManagementJson.BadInput {
        if (!body.has("roles")) {
            return EnumSet.allOf(Role.class);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (JsonNode each : body.path("roles")) {
            Optional<Role> role = Arrays.stream(Role.values())
                    .filter(known -> name(known).equals(each.stringValue("")))
                    .findFirst();
            roles.add(role.orElseThrow(() ->
                    new ManagementJson.BadInput("there is no role `" + each.asString() + "`; there are " + names())));
        }
        if (roles.isEmpty()) {
            throw new ManagementJson.BadInput("`roles` names none; there are " + names());
        }
        return roles;
    }

    private static String names() {
        return String.join(", ", roleNames());
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
