package org.hasekura.node;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import tools.jackson.databind.JsonNode;

/** The evidence of an exchange, and receipts of it, for this node's own people. */
final class ReceiptRoutes {

    private static final int ENTRIES_MAX = 10_000;

    private final Receipts receipts;
    private final ExchangeStore store;
    private final EntryStore entries;
    private final Admission admission;

    ReceiptRoutes(Receipts receipts, ExchangeStore store, EntryStore entries, Admission admission) {
        this.receipts = receipts;
        this.store = store;
        this.entries = entries;
        this.admission = admission;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/evidence/{pid}", this::evidence)
                        .described(Operation.of(
                                        "evidence",
                                        "listEvidence",
                                        "The entries of the log about one negotiation or transfer, oldest first")
                                .paged()
                                .answering(200, "EvidencePage", "a page of them")),
                Route.post("/api/receipts", 64 * 1024, this::receipt)
                        .described(Operation.of(
                                        "evidence",
                                        "makeReceipt",
                                        "Proves one entry of the log; the counterparty cosigns")
                                .taking("ReceiptRequest")
                                .answering(200, "Receipt", "a file that `hasekura verify` checks offline")));
    }

    private Response evidence(Request request) throws StoreFailed {
        try {
            Page page = Page.asked(request);
            long after = Long.parseLong(
                    page.after().filter(text -> text.matches("[0-9]{1,18}")).orElse("-1"));
            List<IndexedEntry> rest = of(request.parameter("pid")).stream()
                    .filter(entry -> entry.index() > after)
                    .limit(page.sought())
                    .toList();
            return PageJson.answer(request, page, rest, entry -> Long.toString(entry.index()), EvidenceJson::write);
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    /** Of an entry by its index, or of the one of a kind that closes an exchange; cosigned by the counterparty. */
    private Response receipt(Request request) throws StoreFailed {
        try {
            JsonNode body = ManagementJson.read(request.body());
            Optional<String> process = ManagementJson.optionalText(body, "process");
            long index = process.isPresent() ? index(process.get(), body) : given(body);
            if (index >= receipts.count()) {
                return Response.refused(404, "there is no entry " + index + "; there are " + receipts.count());
            }
            List<Did> witnesses = process.isPresent() ? counterparty(process.get()) : List.of();
            return new Response.Whole(
                    200, "application/json", receipts.of(index, witnesses).bytes(), Map.of());
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        } catch (StoreFailed failed) {
            throw failed;
        } catch (OwnLogFailed own) {
            return Response.refused(Problem.of(ProblemKind.STORAGE, "no receipt now: " + own.getMessage()))
                    .with("Retry-After", "5");
        } catch (IOException later) {
            return Response.refused(502, "no receipt now: " + later.getMessage());
        }
    }

    private static long given(JsonNode body) throws ManagementJson.BadInput {
        JsonNode index = body.path("index");
        if (!index.canConvertToLong() || !index.isIntegralNumber() || index.longValue() < 0) {
            throw new ManagementJson.BadInput("say which: `process` (a pid), with `kind` if you like, or `index`");
        }
        return index.longValue();
    }

    private long index(String pid, JsonNode body) throws ManagementJson.BadInput, StoreFailed {
        Optional<String> kind = ManagementJson.optionalText(body, "kind");
        List<IndexedEntry> found = of(pid);
        List<String> wanted = kind.map(List::of).orElse(List.of("AgreementConcluded", "TransferEnded", "RulingGiven"));
        for (String each : wanted) {
            Optional<IndexedEntry> last = found.reversed().stream()
                    .filter(entry ->
                            Entry.parse(entry.bytes()).orElseThrow().kind().equals(each))
                    .findFirst();
            if (last.isPresent()) {
                return last.get().index();
            }
        }
        throw new ManagementJson.BadInput(
                found.isEmpty()
                        ? "there is no evidence of `" + pid + "`"
                        : "`" + pid + "` has no " + String.join(", ", wanted) + " in its evidence");
    }

    private List<IndexedEntry> of(String pid) throws StoreFailed {
        try {
            return entries.entriesOf(pid, ENTRIES_MAX);
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            throw new StoreFailed("the evidence cannot be read", e);
        }
    }

    private List<Did> counterparty(String pid) throws StoreFailed {
        Optional<String> peer = store.negotiation(pid).map(Negotiation::peer);
        if (peer.isEmpty()) {
            peer = store.transfer(pid).map(Transfer::peer);
        }
        return peer.map(did -> Did.parse(did, admission))
                .filter(Did.Parse.Parsed.class::isInstance)
                .map(parsed -> List.of(((Did.Parse.Parsed) parsed).did()))
                .orElse(List.of());
    }
}
