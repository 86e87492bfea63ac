package org.hasekura.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server for the node's own people. Every route says what it does; from that the API's document is made, and what all
 * routes have in common is put around them here: the token, versions of what is read, conditions and keys of what is changed.
 */
final class ManagementApi {

    static final String DOCUMENT = "/api/openapi.json";

    private ManagementApi() {}

    /**
     * All routes of the server.
     *
     * @param own those of the node's own people
     * @param forAuditors those that an auditor's token opens, too
     * @param version of the software
     * @throws IllegalStateException if one does not say what it does
     */
    static Routes of(
            List<Route> own,
            List<Route> forAuditors,
            AuditAccess access,
            String version,
            ManagementToken token,
            Once once) {
        List<Route> all =
                described(Stream.concat(own.stream(), forAuditors.stream()).toList());
        List<Route> served = new ArrayList<>(List.of(Route.get("/health", _ -> Response.text(200, "ok\n"))));
        for (Route route : all) {
            Operation operation = route.operation().orElseThrow();
            // Asked for seldom, so it is written anew instead of kept.
            Route serving = route.pattern().toString().equals(DOCUMENT)
                    ? route.behind(_ -> _ -> document(OpenApiJson.write(all, version)))
                    : route;
            served.add(
                    forAuditors.contains(route)
                            ? serving.behind(handler -> access.guard(token, handler))
                            : serving.behind(handler ->
                                    TokenGuard.guard(token, EntityTags.conditional(once.of(operation, handler)))));
        }
        return new Routes(served);
    }

    /** The routes with that of the document, each of which says what it does. */
    static List<Route> described(List<Route> own) {
        for (Route route : own) {
            if (route.operation().isEmpty()) {
                throw new IllegalStateException("`" + route.method() + " " + route.pattern()
                        + "` does not say what it does; give it an Operation by `described`");
            }
        }
        List<Route> all = new ArrayList<>(own);
        all.add(Route.get(DOCUMENT, _ -> Response.empty(204))
                .described(Operation.of("node", "readApi", "This document")
                        .answering(new Operation.Answer(200, "OpenAPI 3.1", Optional.empty(), "application/json"))));
        return all;
    }

    private static Response document(byte[] json) {
        return new Response.Whole(200, "application/json", json, Map.of());
    }
}
