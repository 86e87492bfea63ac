package org.hasekura.portal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.Confirmation;
import org.hasekura.partnership.Draft;
import org.hasekura.partnership.Event;
import org.hasekura.partnership.EventSet;
import org.hasekura.partnership.ImportWords;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Read;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Source;
import org.hasekura.partnership.Statement;
import org.hasekura.partnership.StatementImport;

/** A register in memory: the shipped one, or that of a seat, which changes and is not signed. */
final class FakeCouncil implements Council {

    private final List<Draft> drafts = new ArrayList<>();
    final List<Joining> joinings = new ArrayList<>();
    private Optional<Seat> seat;
    private EventSet events = Promises.shipped().register().events();

    FakeCouncil() {
        this.seat = Optional.empty();
    }

    FakeCouncil(Author.Seat seat) {
        this.seat = Optional.of(new Seat(seat, "KEY", false));
    }

    /** Something that somebody else changed without sight of what stands. */
    FakeCouncil unseen(Author.Seat by, String name, Change change) {
        events = events.plus(Event.first(new Author(by, name), Samples.THEN, "unseen", change));
        return this;
    }

    Register register() {
        return Register.of(events, Promises.shipped().register().sources());
    }

    @Override
    public Promises promises() {
        Promises shipped = Promises.shipped();
        return new Promises(shipped.compilation(), register(), shipped.indicators(), seat, Optional.empty());
    }

    @Override
    public Done enter(List<Change> changes, String by, String reason) {
        EventSet before = events;
        for (Change change : changes) {
            var author = new Author(seat.orElseThrow().seat(), by);
            Event event = register().inView(Event.first(author, Instant.parse("2026-11-21T09:30:00Z"), reason, change));
            events = events.plus(event);
            if (register().disregarded().stream()
                    .anyMatch(each -> each.event().event().equals(event))) {
                events = before;
                return new Done.Refused("the register would disregard it");
            }
        }
        return new Done.Well(List.of());
    }

    @Override
    public Done begin(Author.Seat of) {
        seat = Optional.of(new Seat(of, "KEY", false));
        return new Done.Well(List.of(of.word() + " KEY"));
    }

    @Override
    public Done trust(Author.Seat of, String key) {
        return key.equals("KEY") ? new Done.Well(List.of()) : new Done.Refused("`" + key + "` is no key");
    }

    @Override
    public Done join(NamedFile upload) {
        return new Done.Well(List.of("took " + upload.name() + " of " + upload.bytes().length + " bytes"));
    }

    @Override
    public List<Joining> joinings() {
        return joinings;
    }

    @Override
    public Done sync(String peer) {
        return peer.startsWith("did:web:") ? new Done.Well(List.of()) : new Done.Refused("`" + peer + "` is no DID");
    }

    @Override
    public Done offer(boolean namesPeople) {
        seat = seat.map(each -> new Seat(each.seat(), each.publicKey(), true));
        return new Done.Well(List.of());
    }

    @Override
    public List<Draft> drafts() {
        return List.copyOf(drafts);
    }

    @Override
    public Done propose(NamedFile upload, String instrument, PartialDate made, Source document) {
        return switch (Statement.of(new String(upload.bytes(), StandardCharsets.UTF_8))) {
            case Read.Refused<Statement> refused -> new Done.Refused(refused.line());
            case Read.Done<Statement>(Statement statement) -> {
                drafts.add(Draft.of(
                        instrument,
                        made,
                        document,
                        new StatementImport(ImportWords.load(), register()).propose(statement, made.last())));
                yield new Done.Well(List.of());
            }
        };
    }

    @Override
    public Done keep(Draft draft) {
        drafts.replaceAll(each -> each.id().equals(draft.id()) ? draft : each);
        return new Done.Well(List.of());
    }

    @Override
    public Done confirm(String id, String by, String reason) {
        Optional<Confirmation> confirmation = draft(id).flatMap(Draft::confirmation);
        if (confirmation.isEmpty()) {
            return new Done.Refused("proposals wait");
        }
        drafts.removeIf(each -> each.id().equals(id));
        return enter(confirmation.get().changes(register()), by, reason);
    }

    @Override
    public byte[] paper(Paper paper) {
        return paper.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<NamedFile> openData() {
        return List.of(new NamedFile("register.json", "application/json", "{}".getBytes(StandardCharsets.UTF_8)));
    }
}
