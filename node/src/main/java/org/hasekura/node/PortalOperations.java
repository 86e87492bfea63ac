package org.hasekura.node;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.hasekura.evidence.EntryStore;
import org.hasekura.exchange.Conversation;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantFacts;
import org.hasekura.portal.Operations;
import org.hasekura.portal.Party;

/** How this node stands, for the page of whoever runs it. */
final class PortalOperations implements Operations {

    private final Ground ground;
    private final OwnIdentity own;
    private final ExchangeStore store;
    private final EntryStore entries;
    private final List<String> witnesses;
    private final Instant started;

    PortalOperations(Means means, Proving proving, Instant started) {
        this.ground = means.ground();
        this.own = means.own();
        this.store = means.exchangeStore();
        this.entries = means.store().entries();
        this.witnesses = proving.standing().names();
        this.started = started;
    }

    @Override
    public State now() throws StoreFailed {
        Runtime runtime = Runtime.getRuntime();
        try {
            return new State(
                    List.of(
                            new Key("log", own.logSigner().key().vkey()),
                            new Key("token", own.keys().token().id())),
                    peers(),
                    store.outbox().stream()
                            .map(each -> new Waiting(each.peer(), each.type(), each.created(), each.attempts()))
                            .toList(),
                    disk(),
                    entries.size(),
                    witnesses,
                    started,
                    runtime.totalMemory() - runtime.freeMemory(),
                    // The node makes no backups of its own, so it knows of none.
                    Optional.empty(),
                    Optional.empty());
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            throw new StoreFailed("the state of the node cannot be read", e);
        }
    }

    private List<Peer> peers() throws StoreFailed {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<String> open = Stream.<Conversation<?>>concat(
                        store.openNegotiations().stream(), store.openTransfers().stream())
                .map(Conversation::peer)
                .toList();
        var peers = new ArrayList<Peer>();
        for (Participant each : store.participants()) {
            ParticipantFacts facts = each.on(today);
            String did = facts.did().text();
            peers.add(new Peer(new Party(did, facts.name().orElse(did), facts.country()), (int)
                    open.stream().filter(did::equals).count()));
        }
        return peers;
    }

    private Disk disk() throws IOException {
        Path folder = ground.settings().node().dataFolder();
        FileStore disk = Files.getFileStore(folder);
        return new Disk(folder.toString(), used(folder), disk.getUsableSpace(), disk.getTotalSpace());
    }

    /** The bytes of all files in the folder; one that goes away meanwhile counts nothing. */
    private static long used(Path folder) throws IOException {
        var bytes = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get();
    }
}
