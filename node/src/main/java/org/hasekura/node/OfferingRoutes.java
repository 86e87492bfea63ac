package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetDraft;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Visibility;

/** What this node offers, for its own people. */
final class OfferingRoutes {

    private static final int BATCH_BYTES_MAX = 8 * 1024 * 1024;

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Publishing publishing;
    private final AnswersJson answers;

    OfferingRoutes(Exchange exchange, ExchangeStore store, Publishing publishing, AnswersJson answers) {
        this.exchange = exchange;
        this.store = store;
        this.publishing = publishing;
        this.answers = answers;
    }

    List<Route> routes() {
        return List.of(
                OwnRoute.get(
                        "/api/datasets",
                        this::list,
                        Operation.of("datasets", "listDatasets", "Datasets on offer, by their ids")
                                .paged()
                                .answering(200, "DatasetPage", "a page of them")),
                OwnRoute.get(
                        "/api/datasets/{id}",
                        this::read,
                        Operation.of("datasets", "readDataset", "One dataset, also one that was withdrawn")
                                .answering(200, "Dataset", "as it stands")),
                OwnRoute.post(
                        "/api/datasets",
                        this::publish,
                        Operation.of(
                                        "datasets",
                                        "publishDataset",
                                        "Offers a file of this machine; one of the same id is replaced")
                                .taking("DatasetForm")
                                .answering(201, "Dataset", "on offer")
                                .answering(200, "Dataset", "on offer instead of the one before")
                                .once()
                                .guarded()),
                OwnRoute.post(
                        "/api/datasets/batch",
                        BATCH_BYTES_MAX,
                        this::publishAll,
                        Operation.of(
                                        "datasets",
                                        "publishDatasets",
                                        "Offers many at once, one described on each line: at most "
                                                + BatchPublishing.LINES_MAX + ", each published by itself")
                                .takingLines("DatasetForm")
                                .answering(200, "BatchResult", "how many are on offer now, and which are not and why")),
                OwnRoute.post(
                        "/api/datasets/{id}/visibility",
                        this::show,
                        Operation.of(
                                        "datasets",
                                        "showDataset",
                                        "Shows it to some participants alone, or to everybody again; to all others it does not exist")
                                .taking("Visibility")
                                .answering(200, "Dataset", "as it is shown now")
                                .once()
                                .guarded()),
                OwnRoute.post(
                        "/api/datasets/{id}/withdraw",
                        this::withdraw,
                        Operation.of("datasets", "withdrawDataset", "Offers it no longer; agreements made before go on")
                                .taking("Withdrawal")
                                .answering(200, "Dataset", "withdrawn")
                                .once()
                                .guarded()));
    }

    private Response list(Request request) throws ManagementJson.BadInput, StoreFailed {
        Page page = Page.asked(request);
        return PageJson.answer(
                request,
                page,
                store.datasetsOnOffer(page.after().orElse(""), page.sought()),
                Dataset::id,
                ManagementJson::write);
    }

    private Response read(Request request) throws StoreFailed {
        String id = request.parameter("id");
        return store.dataset(id)
                .<Response>map(answers::shown)
                .orElseGet(() -> Response.refused(404, "there is no dataset `" + id + "`"));
    }

    private Response publish(Request request) throws ManagementJson.BadInput, StoreFailed {
        return published(publishing.publish(DatasetFormJson.read(request.body()), EntityTags.wanted(request)), answers);
    }

    /** What a publication is answered with. */
    static Response published(Publishing.Outcome outcome, AnswersJson answers) {
        return switch (outcome) {
            case Publishing.Outcome.Done(Dataset dataset) -> answers.of(dataset);
            case Publishing.Outcome.Kept(DatasetDraft draft) -> DraftRoutes.shown(draft);
            case Publishing.Outcome.Faulty faulty ->
                Response.refused(new ManagementJson.BadInput(faulty.words(), faulty.faults()));
            case Publishing.Outcome.Stale(List<String> wanted, long version) ->
                EntityTags.changed(wanted, EntityTags.of(version));
            case Publishing.Outcome.Conflict _ ->
                Response.refused(409, "somebody else has just changed this dataset; look again");
            case Publishing.Outcome.Busy _ -> ActRoutes.busy();
        };
    }

    private Response publishAll(Request request) throws ManagementJson.BadInput, StoreFailed {
        var batch = new BatchPublishing(
                description -> published(publishing.publish(description, Optional.empty()), answers));
        BatchJson.Total total = batch.publishAll(BatchJson.lines(request.body()));
        return Response.json(200, BatchJson.write(total));
    }

    private Response show(Request request) throws ManagementJson.BadInput, StoreFailed {
        Visibility visibility = DatasetFormJson.visibility(request.body());
        return changing(request, id -> exchange.offerings().show(id, visibility));
    }

    private Response withdraw(Request request) throws ManagementJson.BadInput, StoreFailed {
        String reason = AskedJson.withdrawal(request.body());
        return changing(request, id -> exchange.offerings().withdraw(id, reason));
    }

    /** What changes a dataset on offer. */
    private interface Changing {
        Optional<Committed> change(String id) throws StoreFailed;
    }

    private Response changing(Request request, Changing changing) throws StoreFailed {
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
        Optional<Committed> done = changing.change(id);
        return done.isPresent() && done.get() instanceof Committed.Done
                ? answers.of(store.dataset(id).orElseThrow())
                : Response.refused(409, "somebody else has just changed dataset `" + id + "`; look again");
    }
}
