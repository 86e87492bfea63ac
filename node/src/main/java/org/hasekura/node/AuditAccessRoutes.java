package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/** Who may read the evidence from outside: given and ended by this node's own people. */
final class AuditAccessRoutes {

    private static final String PATH = "/api/audit-access";
    private static final int BODY_BYTES_MAX = 16 * 1024;

    private final AuditAccess access;
    private final URI management;

    /** @param management the address of the management server, for links */
    AuditAccessRoutes(AuditAccess access, URI management) {
        this.access = access;
        this.management = management;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, _ -> Response.json(200, AuditAccessJson.list(access.all())))
                        .described(Operation.of("audit", "listAuditAccess", "Who may read the evidence, newest first")
                                .answering(200, "AuditAccessList", "all of them, those that have ended, too")),
                Route.post(PATH, BODY_BYTES_MAX, this::give)
                        .described(Operation.of(
                                        "audit",
                                        "giveAuditAccess",
                                        "Lets an auditor read the evidence for some days; the token is told once")
                                .taking("AuditAccessForm")
                                .answering(201, "AuditAccess", "with its token and link")),
                Route.post(PATH + "/{id}/revoke", BODY_BYTES_MAX, this::revoke)
                        .described(Operation.of("audit", "revokeAuditAccess", "Ends it before its time, at once")
                                .taking("AuditAccessEnd")
                                .answering(200, "AuditAccess", "revoked")));
    }

    private Response give(Request request) throws StoreFailed {
        try {
            AuditAccessJson.Order order = AuditAccessJson.order(request.body());
            AuditAccess.Given given = access.give(order.name(), order.lasts(), order.role());
            String link = management + AuditRoutes.PATH + "/timeline?access=" + given.token();
            return Response.json(201, AuditAccessJson.given(given, link));
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            return ActRoutes.busy(String.valueOf(e.getMessage()));
        }
    }

    private Response revoke(Request request) throws StoreFailed {
        String id = request.parameter("id");
        try {
            Optional<AuditGrant> revoked = access.revoke(id, AuditAccessJson.revocation(request.body()));
            return revoked.isPresent()
                    ? Response.json(200, AuditAccessJson.one(revoked.get()))
                    : Response.refused(404, "no access `" + id + "` holds");
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            return ActRoutes.busy(String.valueOf(e.getMessage()));
        }
    }
}
