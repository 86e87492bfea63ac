package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hasekura.evidence.AddCheckpoint;
import org.hasekura.evidence.Cosigner;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.VerifierKey;
import org.hasekura.evidence.Witness;
import org.hasekura.evidence.WitnessAnswer;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.identity.Service;

/**
 * The evidence log for everybody, as C2SP tlog-tiles asks; and this node as a witness for the logs of the participants in
 * its register (C2SP tlog-witness), which say who they are by their token.
 */
final class EvidenceRoutes {

    private static final int REQUEST_BYTES_MAX = 64 * 1024;

    private static final Pattern HASHES = Pattern.compile("tile/[0-9][0-9a-z/.]*");
    private static final Pattern ALL = Pattern.compile("tile/[0-9a-z][0-9a-z/.]*");

    private final PublishedLog published;
    private final boolean hasOpenEntries;
    private final Cosigner cosigner;
    private final WitnessMemory memory;
    private final Doorway doorway;
    private final Counterparty counterparty;

    /** @param hasOpenEntries whether entries are for everybody, too: they name peers and what is shown to some alone */
    EvidenceRoutes(
            PublishedLog published,
            boolean hasOpenEntries,
            Cosigner cosigner,
            WitnessMemory memory,
            Doorway doorway,
            Counterparty counterparty) {
        this.published = published;
        this.hasOpenEntries = hasOpenEntries;
        this.cosigner = cosigner;
        this.memory = memory;
        this.doorway = doorway;
        this.counterparty = counterparty;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/log/checkpoint",
                        _ -> Response.text(200, published.last().note()).with("Cache-Control", "max-age=5")),
                Route.get("/log/tile/{path*}", this::tile),
                Route.post("/witness/add-checkpoint", REQUEST_BYTES_MAX, this::addCheckpoint));
    }

    private Response tile(Request request) {
        String path = "tile/" + request.parameter("path");
        if (!(hasOpenEntries ? ALL : HASHES).matcher(path).matches() || path.contains("..")) {
            return Response.refused(404, "there is no such tile");
        }
        try {
            Optional<byte[]> tile = published.files().read(path);
            return tile.isPresent()
                    ? new Response.Whole(
                            200,
                            "application/octet-stream",
                            tile.get(),
                            Map.of("Cache-Control", "public, max-age=31536000, immutable"))
                    : Response.refused(404, "there is no such tile");
        } catch (IOException e) {
            return Response.refused(404, "there is no such tile");
        }
    }

    private Response addCheckpoint(Request request) throws StoreFailed {
        AddCheckpoint asked;
        switch (AddCheckpoint.parse(request.body())) {
            case Parsed.Malformed<AddCheckpoint>(String reason) -> {
                return Response.text(400, reason + "\n");
            }
            case Parsed.Valid<AddCheckpoint>(AddCheckpoint read) -> asked = read;
        }
        return switch (doorway.read(request)) {
            case Doorway.Seen.TurnedAway away -> Response.text(away.status(), away.reason() + "\n");
            case Doorway.Seen.Known known -> {
                WitnessAnswer answer = memory.answer(
                        new Witness(cosigner, logKeys(known.token().did())), asked);
                yield new Response.Whole(
                        answer.status(),
                        answer.contentType(),
                        answer.body().getBytes(StandardCharsets.UTF_8),
                        Map.of());
            }
        };
    }

    /** The log key that the participant's own document names; a node can have its own log witnessed, no other. */
    private List<VerifierKey> logKeys(Did did) {
        try {
            return counterparty
                    .document(did)
                    .service(Service.TRANSPARENCY_LOG)
                    .map(Service::endpoint)
                    .filter(Service.Endpoint.Properties.class::isInstance)
                    .map(endpoint ->
                            ((Service.Endpoint.Properties) endpoint).values().getOrDefault("vkey", ""))
                    .map(VerifierKey::parse)
                    .filter(Parsed.Valid.class::isInstance)
                    .map(parsed -> List.of(parsed.orElseThrow()))
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }
}
