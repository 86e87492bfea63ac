package org.hasekura.node;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantJson;

/** The register of participants, for this node's own people. */
final class ParticipantRoutes {

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Admission admission;
    private final Clock clock;

    // One at a time looks and records, so that a condition holds when what it is for is stored; nobody else records.
    private final ReentrantLock recording = new ReentrantLock();

    ParticipantRoutes(Exchange exchange, ExchangeStore store, Admission admission, Clock clock) {
        this.exchange = exchange;
        this.store = store;
        this.admission = admission;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                OwnRoute.get(
                        "/api/participants",
                        this::list,
                        Operation.of("participants", "listParticipants", "Whom this node knows, by their DIDs")
                                .paged()
                                .answering(200, "ParticipantPage", "a page of them")),
                OwnRoute.get(
                        "/api/participants/{did}",
                        this::read,
                        Operation.of("participants", "readParticipant", "One participant")
                                .answering(200, "Participant", "what the register says of it")),
                OwnRoute.put(
                        "/api/participants",
                        this::register,
                        Operation.of(
                                        "participants",
                                        "recordParticipants",
                                        "Records the facts about one participant, or several; those of before are replaced")
                                .taking("ParticipantForm")
                                .answering(200, "ParticipantPage", "what the register says of them now")
                                .guarded()));
    }

    private Response list(Request request) throws ManagementJson.BadInput, StoreFailed {
        Page page = Page.asked(request);
        List<Participant> rest = store.participants().stream()
                .filter(each -> each.did().text().compareTo(page.after().orElse("")) > 0)
                .limit(page.sought())
                .toList();
        return PageJson.answer(request, page, rest, each -> each.did().text(), ManagementJson::write);
    }

    private Response read(Request request) throws StoreFailed {
        return store.participant(request.parameter("did"))
                .<Response>map(AnswersJson::of)
                .orElseGet(
                        () -> Response.refused(404, "the register does not know `" + request.parameter("did") + "`"));
    }

    private Response register(Request request) throws StoreFailed {
        return switch (ParticipantJson.read(
                request.body(), admission, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            case ParticipantJson.Read.Unreadable(String words) -> Response.refused(400, words);
            case ParticipantJson.Read.Participants(List<Participant> read) -> {
                recording.lock();
                try {
                    Optional<Response.Refused> stale = stale(request, read);
                    yield stale.isPresent() ? stale.get() : register(read);
                } finally {
                    recording.unlock();
                }
            }
        };
    }

    /** The condition is about one participant, and names what {@link #read} has shown of it. */
    private Optional<Response.Refused> stale(Request request, List<Participant> read) throws StoreFailed {
        Optional<List<String>> wanted = EntityTags.wanted(request);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (read.size() != 1) {
            return Optional.of(Response.refused(
                    400,
                    "`If-Match` is about one participant, and there are " + read.size() + "; send them one by one"));
        }
        String found = store.participant(read.getFirst().did().text())
                .map(each -> AnswersJson.of(each).headers().getOrDefault("ETag", ""))
                .orElse("none");
        return wanted.filter(tags -> !tags.contains(found)).map(tags -> EntityTags.changed(tags, found));
    }

    private Response register(List<Participant> participants) throws StoreFailed {
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
