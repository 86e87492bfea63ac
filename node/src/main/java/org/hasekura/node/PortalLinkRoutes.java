package org.hasekura.node;

import java.time.Duration;
import org.hasekura.portal.Sessions;

/** Links that open the portal once: whoever holds the management token may make them. */
final class PortalLinkRoutes {

    private static final int BODY_BYTES_MAX = 16 * 1024;
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
            PortalLinkJson.Form who = PortalLinkJson.read(request.body());
            String token = sessions.link(
                    who.name(),
                    who.roles(),
                    who.roles().stream().sorted().findFirst().orElseThrow(),
                    VALIDITY);
            return Response.json(201, PortalLinkJson.write(portalUrl + "/sign-in/" + token, VALIDITY));
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }
}
