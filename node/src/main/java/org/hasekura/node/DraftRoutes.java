package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.DatasetDraft;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;

/** Descriptions of datasets that are not published, for this node's own people: nobody else ever sees one. */
final class DraftRoutes {

    private static final String NONE = "there is no draft of a dataset `";

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Publishing publishing;
    private final AnswersJson answers;

    DraftRoutes(Exchange exchange, ExchangeStore store, Publishing publishing, AnswersJson answers) {
        this.exchange = exchange;
        this.store = store;
        this.publishing = publishing;
        this.answers = answers;
    }

    List<Route> routes() {
        return List.of(
                OwnRoute.get(
                        "/api/drafts",
                        this::list,
                        Operation.of("datasets", "listDrafts", "Descriptions that are not published, by their ids")
                                .paged()
                                .answering(200, "DraftPage", "a page of them")),
                OwnRoute.get(
                        "/api/drafts/{id}",
                        this::read,
                        Operation.of("datasets", "readDraft", "One description that is not published")
                                .answering(200, "Draft", "as it was kept")),
                OwnRoute.post(
                        "/api/drafts",
                        this::keep,
                        Operation.of(
                                        "datasets",
                                        "keepDraft",
                                        "Keeps a description, which may lack anything but the id; one of the same id is replaced")
                                .taking("DraftForm")
                                .answering(200, "Draft", "kept")),
                OwnRoute.post(
                        "/api/drafts/{id}/publish",
                        this::publish,
                        Operation.of("datasets", "publishDraft", "Offers what it describes, and discards it")
                                .answering(201, "Dataset", "on offer")
                                .answering(200, "Dataset", "on offer instead of the one before")
                                .once()
                                .guarded()),
                OwnRoute.post(
                        "/api/drafts/{id}/discard",
                        this::discard,
                        Operation.of("datasets", "discardDraft", "Discards it; what is on offer stays")
                                .answering(200, "Draft", "as it was")));
    }

    static Response.Whole shown(DatasetDraft draft) {
        return Response.json(200, DatasetFormJson.shown(draft));
    }

    private Response list(Request request) throws ManagementJson.BadInput, StoreFailed {
        Page page = Page.asked(request);
        return PageJson.answer(
                request,
                page,
                store.drafts(page.after().orElse(""), page.sought()),
                DatasetDraft::id,
                DatasetFormJson::view);
    }

    private Response read(Request request) throws StoreFailed {
        String id = request.parameter("id");
        return store.draft(id).<Response>map(DraftRoutes::shown).orElseGet(() -> none(id));
    }

    private static Response none(String id) {
        return Response.refused(404, NONE + id + "`");
    }

    private Response keep(Request request) throws ManagementJson.BadInput, StoreFailed {
        return OfferingRoutes.published(publishing.keep(DatasetFormJson.read(request.body())), answers);
    }

    private Response publish(Request request) throws ManagementJson.BadInput, StoreFailed {
        AskedJson.nothing(request.body());
        String id = request.parameter("id");
        Optional<DatasetDraft> draft = store.draft(id);
        return draft.isEmpty()
                ? none(id)
                : OfferingRoutes.published(
                        publishing.publishDraft(Publishing.description(draft.get()), EntityTags.wanted(request)),
                        answers);
    }

    private Response discard(Request request) throws ManagementJson.BadInput, StoreFailed {
        AskedJson.nothing(request.body());
        String id = request.parameter("id");
        Optional<DatasetDraft> draft = store.draft(id);
        if (draft.isEmpty()) {
            return none(id);
        }
        Optional<Committed> done = exchange.offerings().discard(id);
        return done.filter(each -> !(each instanceof Committed.Done)).isPresent()
                ? ActRoutes.busy()
                : shown(draft.get());
    }
}
