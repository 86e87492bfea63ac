package org.hasekura.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.StoreFailed;

/** What an exchange has beside its page: its evidence as a bundle, receipts, messages, and news of it as they come. */
final class ExchangeFiles {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration TICK = Duration.ofSeconds(1);

    private ExchangeFiles() {}

    static Reply bundle(Asked asked, Ports ports) throws StoreFailed {
        Optional<Dossier> found = ports.exchanges().find(asked.place("pid"));
        return found.isEmpty()
                ? new Reply.Nothing()
                : new Reply.Given(
                        "exchange-" + asked.place("pid") + ".zip",
                        "application/zip",
                        sink -> ports.exchanges().bundle(asked.place("pid"), sink));
    }

    static Reply receipt(Asked asked, Ports ports) throws StoreFailed {
        Optional<Dossier.Recorded> entry = ports.exchanges().find(asked.place("pid")).stream()
                .flatMap(dossier -> dossier.evidence().stream())
                .filter(each -> Long.toString(each.index()).equals(asked.place("index")))
                .findFirst();
        if (entry.isEmpty()) {
            return new Reply.Nothing();
        }
        try {
            byte[] receipt =
                    ports.exchanges().receipt(asked.place("pid"), entry.get().index());
            return new Reply.Given(
                    "receipt-" + entry.get().index() + ".json", "application/json", sink -> sink.write(receipt));
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException later) {
            return new Reply.Shown(502, new Trouble(Trouble.Kind.PEER_AWAY, String.valueOf(later.getMessage())));
        }
    }

    /** What a transfer has brought, to one's own computer. */
    static Reply arrived(Asked asked, Ports ports) throws StoreFailed {
        return ports.exchanges()
                .arrived(asked.place("pid"), asked.place("transfer"))
                .<Reply>map(arrived -> new Reply.Given(arrived.name(), "application/octet-stream", arrived.bytes()))
                .orElseGet(Reply.Nothing::new);
    }

    /** A message of this exchange, by the hash that its evidence has of it. */
    static Reply message(Asked asked, Ports ports) throws StoreFailed {
        Optional<Dossier> dossier = ports.exchanges().find(asked.place("pid"));
        Optional<Dossier.Recorded> entry = dossier.stream()
                .flatMap(each -> each.evidence().stream())
                .filter(each -> bodyOf(each.entry())
                        .filter(hash -> hash.hex().equals(asked.place("hash")))
                        .isPresent())
                .findFirst();
        if (entry.isEmpty()) {
            return new Reply.Nothing();
        }
        Hash hash = bodyOf(entry.get().entry()).orElseThrow();
        return Reply.page(new MessagePage(
                dossier.orElseThrow(), entry.get(), hash, ports.exchanges().body(hash)));
    }

    private static Optional<Hash> bodyOf(Entry entry) {
        return switch (entry) {
            case Entry.MessageSent sent -> Optional.of(sent.bodyHash());
            case Entry.MessageReceived received -> Optional.of(received.bodyHash());
            default -> Optional.empty();
        };
    }

    /** Says each time that something has changed; the page then reads itself anew. */
    static Reply live(Asked asked, Ports ports, Semaphore streams) throws StoreFailed {
        String pid = asked.place("pid");
        return ports.exchanges().find(pid).isEmpty()
                ? new Reply.Nothing()
                : new Reply.Live(sink -> {
                    // One too many ends at once, and its browser comes again in a while.
                    write(sink, "retry: 3000\n\n");
                    if (streams.tryAcquire()) {
                        try {
                            tell(pid, ports.exchanges(), sink);
                        } finally {
                            streams.release();
                        }
                    }
                });
    }

    private static void tell(String pid, Exchanges exchanges, OutputStream sink) throws IOException {
        try {
            while (true) {
                boolean isFetching =
                        exchanges.find(pid).flatMap(Dossier::fetching).isPresent();
                boolean hasChanged = exchanges.awaitChange(pid, isFetching ? TICK : HEARTBEAT);
                write(sink, hasChanged || isFetching ? "event: changed\ndata: now\n\n" : ": still here\n\n");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream sink, String text) throws IOException {
        sink.write(text.getBytes(StandardCharsets.UTF_8));
        sink.flush();
    }
}
