package org.hasekura.node;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hasekura.portal.Role;
import org.hasekura.portal.Sessions;
import tools.jackson.databind.JsonNode;

/** Links that open the portal once: whoever holds the management token may make them. */
final class PortalLinkRoutes {

    private static final int BODY_BYTES_MAX = 16 * 1024;
    private static final int NAME_CHARACTERS_MAX = 100;
    private static final Duration VALIDITY = Duration.ofMinutes(30);

    private final Sessions sessions;
    private final String portalUrl;

    PortalLinkRoutes(Sessions sessions, String portalUrl) {
        this.sessions = sessions;
        this.portalUrl = portalUrl;
    }

    Route route() {
        return Route.post("/api/portal/links", BODY_BYTES_MAX, this::link)
                .described(
                        Operation.of("portal", "makePortalLink", "A link that signs one person in to the pages, once")
                                .taking("PortalLinkForm")
                                .answering(201, "PortalLink", "a secret: whoever opens it first is signed in"));
    }

    private Response link(Request request) {
        try {
            JsonNode body = request.body().length == 0 ? ManagementJson.object() : ManagementJson.read(request.body());
            String name = ManagementJson.optionalText(body, "name").orElse("guest of the operator");
            if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
                throw new ManagementJson.BadInput("`name` is to have 1 to " + NAME_CHARACTERS_MAX + " characters");
            }
            Set<Role> roles = roles(body);
            String token = sessions.link(
                    name, roles, roles.stream().sorted().findFirst().orElseThrow(), VALIDITY);
            return Response.json(
                    201,
                    ManagementJson.object()
                            .put("url", portalUrl + "/sign-in/" + token)
                            .put("minutes", VALIDITY.toMinutes())
                            .toString());
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
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

    static List<String> roleNames() {
        return Arrays.stream(Role.values()).map(PortalLinkRoutes::name).toList();
    }
}
