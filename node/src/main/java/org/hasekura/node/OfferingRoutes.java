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
import java.util.stream.Collectors;
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
import org.hasekura.policy.Finding;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Policy;
import tools.jackson.databind.JsonNode;

/** What this node offers, and its register of participants: for its own people. */
final class OfferingRoutes {

    private static final int BODY_BYTES_MAX = 256 * 1024;
    private static final long CONTENT_BYTES_MAX = 1L << 40;

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Admission admission;
    private final Clock clock;
    private final AnswersJson answers;

    OfferingRoutes(Exchange exchange, ExchangeStore store, Admission admission, Clock clock, AnswersJson answers) {
        this.answers = answers;
        this.exchange = exchange;
        this.store = store;
        this.admission = admission;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/datasets", this::listDatasets)
                        .described(Operation.of("datasets", "listDatasets", "Datasets on offer, by their ids")
                                .paged()
                                .answering(200, "DatasetPage", "a page of them")),
                Route.get("/api/datasets/{id}", this::readDataset)
                        .described(Operation.of("datasets", "readDataset", "One dataset, also one that was withdrawn")
                                .answering(200, "Dataset", "as it stands")),
                Route.post("/api/datasets", BODY_BYTES_MAX, this::publish)
                        .described(Operation.of(
                                        "datasets",
                                        "publishDataset",
                                        "Offers a file of this machine; one of the same id is replaced")
                                .taking("DatasetForm")
                                .answering(201, "Dataset", "on offer")
                                .answering(200, "Dataset", "on offer instead of the one before")
                                .once()
                                .guarded()),
                Route.post("/api/datasets/{id}/withdraw", BODY_BYTES_MAX, this::withdraw)
                        .described(Operation.of(
                                        "datasets",
                                        "withdrawDataset",
                                        "Offers it no longer; agreements made before go on")
                                .taking("Withdrawal")
                                .answering(200, "Dataset", "withdrawn")
                                .once()
                                .guarded()),
                Route.get("/api/participants", this::listParticipants)
                        .described(
                                Operation.of("participants", "listParticipants", "Whom this node knows, by their DIDs")
                                        .paged()
                                        .answering(200, "ParticipantPage", "a page of them")),
                Route.get("/api/participants/{did}", this::readParticipant)
                        .described(Operation.of("participants", "readParticipant", "One participant")
                                .answering(200, "Participant", "what the register says of it")),
                Route.put("/api/participants", BODY_BYTES_MAX, this::register)
                        .described(Operation.of(
                                        "participants",
                                        "recordParticipants",
                                        "Records the facts about one participant, or several; those of before are replaced")
                                .taking("ParticipantForm")
                                .answering(200, "ParticipantPage", "what the register says of them now")));
    }

    private Response listDatasets(Request request) throws StoreFailed {
        try {
            Page page = Page.asked(request);
            return PageJson.answer(
                    request,
                    page,
                    store.datasetsOnOffer(page.after().orElse(""), page.sought()),
                    Dataset::id,
                    ManagementJson::write);
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    private Response readDataset(Request request) throws StoreFailed {
        Optional<Dataset> dataset = store.dataset(request.parameter("id"));
        return dataset.isPresent()
                ? Response.json(200, ManagementJson.write(dataset.get()).toString())
                        .with("ETag", EntityTags.of(dataset.get().version()))
                : Response.refused(404, "there is no dataset `" + request.parameter("id") + "`");
    }

    private Response listParticipants(Request request) throws StoreFailed {
        try {
            Page page = Page.asked(request);
            List<Participant> rest = store.participants().stream()
                    .filter(each -> each.did().text().compareTo(page.after().orElse("")) > 0)
                    .limit(page.sought())
                    .toList();
            return PageJson.answer(request, page, rest, each -> each.did().text(), ManagementJson::write);
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    private Response readParticipant(Request request) throws StoreFailed {
        Optional<Participant> participant = store.participant(request.parameter("did"));
        return participant.isPresent()
                ? Response.json(200, ManagementJson.write(participant.get()).toString())
                : Response.refused(404, "the register does not know `" + request.parameter("did") + "`");
    }

    private Response publish(Request request) throws StoreFailed {
        ManagementJson.Form form;
        try {
            form = ManagementJson.form(ManagementJson.read(request.body()));
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
        List<Problem.Field> faults = faults(form);
        if (!faults.isEmpty()) {
            String words = faults.stream().map(Problem.Field::detail).collect(Collectors.joining("; "));
            return Response.refused(new ManagementJson.BadInput(words, faults));
        }
        Dataset.Content content;
        try {
            content = content(form);
        } catch (IOException | InvalidPathException e) {
            return Response.refused(new ManagementJson.BadInput(
                    "/file", "the file `" + form.file() + "` cannot be read: " + e.getMessage()));
        }
        Optional<Dataset> before = store.dataset(form.id());
        Optional<Response.Refused> stale =
                EntityTags.refusal(request, before.map(Dataset::version).orElse(0L));
        if (stale.isPresent()) {
            return stale.get();
        }
        var dataset = new Dataset(
                form.id(),
                form.titles(),
                form.descriptions(),
                form.keywords(),
                form.themes(),
                form.countries(),
                form.licence(),
                form.facts(),
                form.offers(),
                form.answering(),
                content,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                before.map(Dataset::version).orElse(0L) + 1);
        return switch (exchange.offerings().publish(dataset)) {
            case Committed.Done _ -> answers.of(dataset);
            case Committed.Conflict _, Committed.TokenReused _ ->
                Response.refused(409, "somebody else has just changed dataset `" + form.id() + "`; look again");
            case Committed.Busy _ ->
                Response.refused(503, "too much at once; ask again a little later")
                        .with("Retry-After", "1");
        };
    }

    /** What the law or the policy would not understand later is refused now. */
    private static List<Problem.Field> faults(ManagementJson.Form form) {
        var faults = new ArrayList<Problem.Field>();
        switch (DataFacts.parse(form.facts())) {
            case DataFacts.Described _ -> {}
            case DataFacts.Incomplete(var missing) ->
                missing.forEach(question -> faults.add(new Problem.Field("/facts", "`facts`: " + question.textEn())));
            case DataFacts.Wrong(var errors) ->
                errors.forEach(error -> faults.add(new Problem.Field("/facts", "`facts`: " + error)));
        }
        for (int at = 0; at < form.offers().size(); at++) {
            Offer offer = form.offers().get(at);
            for (Finding what : Policy.of(offer.terms()).faults()) {
                faults.add(new Problem.Field("/offers/" + at, "offer `" + offer.id() + "`: " + what.sentence()));
            }
        }
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
            return Response.refused(bad);
        }
        String id = request.parameter("id");
        Optional<Dataset> offered = store.dataset(id).filter(Dataset::isOnOffer);
        if (offered.isEmpty()) {
            return Response.refused(404, "no dataset `" + id + "` is on offer");
        }
        Optional<Response.Refused> stale =
                EntityTags.refusal(request, offered.get().version());
        if (stale.isPresent()) {
            return stale.get();
        }
        Optional<Committed> done = exchange.offerings().withdraw(id, reason);
        if (done.isPresent() && done.get() instanceof Committed.Done) {
            return answers.of(store.dataset(id).orElseThrow());
        }
        return Response.refused(409, "somebody else has just changed dataset `" + id + "`; look again");
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
        return Response.json(200, ManagementJson.list(participants, ManagementJson::write));
    }
}
