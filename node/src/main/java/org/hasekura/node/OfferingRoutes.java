package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.delivery.Contents;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantJson;
import org.hasekura.policy.DataFacts;
import org.hasekura.policy.Evaluation;
import tools.jackson.databind.JsonNode;

/** What this node offers, and its register of participants: for its own people. */
final class OfferingRoutes {

    private static final int BODY_BYTES_MAX = 256 * 1024;
    private static final long CONTENT_BYTES_MAX = 1L << 40;
    private static final int LIST_MAX = 500;

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Admission admission;
    private final Clock clock;

    OfferingRoutes(Exchange exchange, ExchangeStore store, Admission admission, Clock clock) {
        this.exchange = exchange;
        this.store = store;
        this.admission = admission;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/datasets",
                        request -> Response.json(
                                200,
                                ManagementJson.list(
                                        store.datasetsOnOffer(
                                                request.query("after").orElse(""), LIST_MAX),
                                        ManagementJson::write))),
                Route.post("/api/datasets", BODY_BYTES_MAX, this::publish),
                Route.post("/api/datasets/{id}/withdraw", BODY_BYTES_MAX, this::withdraw),
                Route.get(
                        "/api/participants",
                        _ -> new Response.Whole(
                                200,
                                "application/json",
                                ParticipantJson.write(store.participants()),
                                java.util.Map.of())),
                Route.put("/api/participants", BODY_BYTES_MAX, this::register));
    }

    private Response publish(Request request) throws StoreFailed {
        ManagementJson.Form form;
        try {
            form = ManagementJson.form(ManagementJson.read(request.body()));
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(400, bad.words());
        }
        List<String> faults = faults(form);
        if (!faults.isEmpty()) {
            return Response.refused(400, String.join("; ", faults));
        }
        Dataset.Content content;
        try {
            content = content(form);
        } catch (IOException | InvalidPathException e) {
            return Response.refused(400, "the file `" + form.file() + "` cannot be read: " + e.getMessage());
        }
        Optional<Dataset> before = store.dataset(form.id());
        var dataset = new Dataset(
                form.id(),
                form.titles(),
                form.descriptions(),
                form.keywords(),
                form.licence(),
                form.facts(),
                form.offers(),
                form.answering(),
                content,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                before.map(Dataset::version).orElse(0L) + 1);
        return switch (exchange.offerings().publish(dataset)) {
            case Committed.Done _ ->
                Response.json(
                        before.isPresent() ? 200 : 201,
                        ManagementJson.write(dataset).toString());
            case Committed.Conflict _, Committed.TokenReused _ ->
                Response.refused(409, "somebody else has just changed dataset `" + form.id() + "`; look again");
            case Committed.Busy _ -> Response.refused(503, "too much at once; ask again a little later");
        };
    }

    /** What the law or the policy would not understand later is refused now. */
    private static List<String> faults(ManagementJson.Form form) {
        var faults = new ArrayList<String>();
        switch (DataFacts.parse(form.facts())) {
            case DataFacts.Described _ -> {}
            case DataFacts.Incomplete(var missing) ->
                missing.forEach(question -> faults.add("`facts`: " + question.textEn()));
            case DataFacts.Wrong(var errors) -> errors.forEach(error -> faults.add("`facts`: " + error));
        }
        form.offers()
                .forEach(offer -> Evaluation.notUnderstood(offer.terms())
                        .forEach(what -> faults.add("offer `" + offer.id() + "`: " + what)));
        return faults;
    }

    private static Dataset.Content content(ManagementJson.Form form) throws IOException {
        Path file = Path.of(form.file()).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            Contents.Described described = Contents.describe(in, CONTENT_BYTES_MAX)
                    .orElseThrow(() -> new IOException("it is longer than " + CONTENT_BYTES_MAX + " bytes"));
            return new Dataset.Content(
                    file.toString(),
                    form.mediaType(),
                    file.getFileName().toString(),
                    described.bytes(),
                    described.sha256());
        }
    }

    private Response withdraw(Request request) throws StoreFailed {
        String reason;
        try {
            JsonNode body = ManagementJson.read(request.body());
            reason = ManagementJson.text(body, "reason");
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(400, bad.words());
        }
        Optional<Committed> done = exchange.offerings().withdraw(request.parameter("id"), reason);
        if (done.isEmpty()) {
            return Response.refused(404, "no dataset `" + request.parameter("id") + "` is on offer");
        }
        return done.get() instanceof Committed.Done
                ? Response.empty(204)
                : Response.refused(409, "somebody else has just changed it; look again");
    }

    private Response register(Request request) throws StoreFailed {
        List<Participant> participants;
        switch (ParticipantJson.read(request.body(), admission, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            case ParticipantJson.Read.Unreadable(String words) -> {
                return Response.refused(400, words);
            }
            case ParticipantJson.Read.Participants(List<Participant> read) -> participants = read;
        }
        for (Participant participant : participants) {
            if (!(exchange.offerings().register(participant) instanceof Committed.Done)) {
                return Response.refused(
                        409,
                        "`" + participant.did()
                                + "` was not stored, and none after it: too much at once; send it again");
            }
        }
        return new Response.Whole(200, "application/json", ParticipantJson.write(participants), java.util.Map.of());
    }
}
