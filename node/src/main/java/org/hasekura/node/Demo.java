package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.evidence.ReceiptVerifier;
import org.hasekura.evidence.Verdict;
import org.hasekura.evidence.VerdictText;
import org.hasekura.law.Law;
import org.hasekura.policy.Terms;

/**
 * Three nodes on one machine, in Germany, Japan and Kenya, and what they send each other: real registers, an industrial
 * record, personal data that may go and personal data that may not, and the proof of it. Everything goes over HTTP, as
 * between three companies.
 */
final class Demo implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path root;
    private final DemoTeller teller;
    private final DemoNode germany;
    private final DemoNode japan;
    private final DemoNode kenya;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private Demo(Path root, DemoTeller teller, DemoNode germany, DemoNode japan, DemoNode kenya) {
        this.root = root;
        this.teller = teller;
        this.germany = germany;
        this.japan = japan;
        this.kenya = kenya;
    }

    /** Starts the three nodes, each with a folder, ports, keys, register and log of its own. */
    static Demo start(Path root, DemoTeller teller) throws IOException {
        Law law = Law.load();
        var started = new ArrayList<DemoNode>();
        try {
            started.add(
                    DemoNode.start(root, "germany", "DE", "Rheinwerk Automobil (fictitious)", "automotive", "", law));
            started.add(DemoNode.start(root, "japan", "JP", "Kitakami Cell (fictitious)", "battery", "APPI", law));
            started.add(
                    DemoNode.start(root, "kenya", "KE", "Savanna Service Desk (fictitious)", "it-services", "", law));
            return new Demo(root, teller, started.get(0), started.get(1), started.get(2));
        } catch (IOException e) {
            for (DemoNode node : started) {
                node.close();
            }
            throw e;
        }
    }

    List<DemoNode> nodes() {
        return List.of(germany, japan, kenya);
    }

    /** All five parts; stops with the first that does not come out as it should. */
    void run() throws CommandFailed, IOException {
        Path data = Files.createDirectories(root.resolve("offered"));
        introduce();
        registers(data);
        String footprint = footprint(data);
        contacts(data);
        refusedThenCured();
        proof(footprint);
    }

    private void introduce() throws CommandFailed {
        teller.part(0, "They know each other: every register says who the others are, and from which source");
        teller.time();
        know(germany, japan, "battery", List.of("APPI"), false);
        know(germany, kenya, "it-services", List.of(), false);
        know(japan, germany, "automotive", List.of(), false);
        know(kenya, germany, "automotive", List.of(), false);
        teller.done("four counterparties are registered with country, role and kind");
    }

    private void know(DemoNode who, DemoNode whom, String sector, List<String> laws, boolean clauses)
            throws CommandFailed {
        who.put("/api/participants", DemoJson.participant(whom, "controller", sector, laws, clauses, today));
    }

    private void registers(Path data) throws CommandFailed, IOException {
        teller.part(1, "Real input: the register of what the EU and Japan have promised each other");
        teller.time();
        germany.post(
                "/api/datasets",
                DemoJson.dataset(
                        "adequacy-decisions",
                        "Register of adequacy decisions",
                        "十分性認定の登録簿",
                        DemoData.NOT_PERSONAL,
                        DemoData.OPEN,
                        "direct",
                        DemoData.adequacy(data).toString(),
                        "application/json"));
        germany.post(
                "/api/datasets",
                DemoJson.dataset(
                        "eu-japan-commitments",
                        "EU–Japan digital commitments",
                        "日EU間のデジタル分野の約束",
                        DemoData.NOT_PERSONAL,
                        DemoData.OPEN,
                        "confirm",
                        DemoData.commitments(data).toString(),
                        "application/json"));
        teller.done("Germany publishes two open datasets");

        teller.time();
        List<String> found =
                DemoJson.objects(japan.post("/api/catalog", DemoJson.object("peer", germany.did())), "items");
        teller.done(
                "Japan finds them in the catalog",
                found.stream()
                        .map(each -> DemoJson.text(each, "id") + ": " + DemoJson.text(each, "title", "ja"))
                        .toList());

        String pid = negotiated(japan, germany, "eu-japan-commitments", Optional.empty());
        pulled(japan, germany, pid, "Japan");
    }

    private String footprint(Path data) throws CommandFailed, IOException {
        teller.part(2, "Industry: the carbon footprint of a battery cell (PACT record, synthetic values)");
        teller.time();
        japan.post(
                "/api/datasets",
                DemoJson.dataset(
                        "battery-footprint",
                        "Carbon footprint of a battery cell (synthetic)",
                        "電池セルのカーボンフットプリント(合成データ)",
                        DemoData.NOT_PERSONAL,
                        DemoData.FOOTPRINT,
                        "direct",
                        DemoData.footprint(data).toString(),
                        "application/json"));
        teller.done("Japan offers it for one purpose, until 2027, not to be passed on");
        String pid = negotiated(germany, japan, "battery-footprint", Optional.of(DemoData.FOOTPRINT_ASKED));
        pulled(germany, japan, pid, "Germany");
        return pid;
    }

    private void contacts(Path data) throws CommandFailed, IOException {
        teller.part(3, "Personal data, lawful: contacts of service customers (synthetic) go to Japan");
        teller.time();
        germany.post(
                "/api/datasets",
                DemoJson.dataset(
                        "service-contacts",
                        "Contacts of service customers (synthetic)",
                        "サービス顧客の連絡先(合成データ)",
                        DemoData.CONTACTS,
                        DemoData.SERVICE,
                        "direct",
                        DemoData.contacts(data).toString(),
                        "text/csv"));
        teller.done("Germany offers them, described as personal data");
        String pid = negotiated(japan, germany, "service-contacts", Optional.empty());
        pulled(japan, germany, pid, "Japan");
    }

    private void refusedThenCured() throws CommandFailed {
        teller.part(4, "Unlawful, then cured: Kenya asks for the same contacts");
        teller.time();
        String pid = asked(kenya, germany, "service-contacts", Optional.empty());
        String refused = awaited(kenya, "/api/negotiations/" + pid, "TERMINATED");
        List<String> why = DemoJson.texts(refused, "reason", "sentences");
        teller.done("refused, and the refusal is evidence", why);
        expect(!why.isEmpty(), "a refusal says why", refused);
        String ruling = ruling(germany, refused);
        expect(DemoJson.text(ruling, "outcome").equals("FORBIDDEN"), "the law forbids it", ruling);

        teller.time();
        know(germany, kenya, "it-services", List.of(), true);
        teller.done("Germany records standard contractual clauses (module 1) and a transfer impact assessment"
                + " (both labelled demonstration)");
        String again = negotiated(kenya, germany, "service-contacts", Optional.empty());
        pulled(kenya, germany, again, "Kenya");
    }

    private void proof(String footprint) throws CommandFailed, IOException {
        teller.part(5, "Proof: each side writes a receipt of part 2, and anybody can check it offline");
        String providers = DemoJson.text(germany.get("/api/negotiations/" + footprint), "peerPid");
        Path ofGermany = receipt(germany, footprint, "receipt-germany.json", "Germany");
        receipt(japan, providers, "receipt-japan.json", "Japan");

        teller.time();
        byte[] bytes = Files.readAllBytes(ofGermany);
        int place = new String(bytes, StandardCharsets.UTF_8).indexOf("AgreementConcluded");
        bytes[place] ^= 1;
        Path changed = Files.write(ofGermany.resolveSibling("receipt-changed.json"), bytes);
        Verdict verdict = ReceiptVerifier.verify(Files.readAllBytes(changed), Optional.empty());
        expect(verdict instanceof Verdict.NotProven, "a changed receipt is not proven", verdict.toString());
        teller.done("one byte is changed, and the verification fails", VerdictText.of(verdict, Locale.ENGLISH));
    }

    /** Something for a visitor to do: asked for as in part 2, and the offer is left to whoever opens the pages. */
    void leaveAnOffer() throws CommandFailed {
        String pid = asked(germany, japan, "battery-footprint", Optional.of(DemoData.FOOTPRINT_ASKED));
        settled(germany, "/api/negotiations/" + pid);
        // What the others offer is to be found, too.
        for (DemoNode other : List.of(japan, kenya)) {
            germany.post("/api/catalogs", DemoJson.object("peer", other.did()));
            other.post("/api/catalogs", DemoJson.object("peer", germany.did()));
        }
    }

    /** Two of them keep the register of the partnership, and differ. */
    void leaveAConflict() throws CommandFailed, IOException {
        new DemoSecretariats(this, germany, japan).leaveAConflict();
    }

    private Path receipt(DemoNode who, String pid, String name, String country) throws CommandFailed, IOException {
        teller.time();
        String json = who.post("/api/receipts", DemoJson.object("process", pid, "kind", "AgreementConcluded"));
        Path file = Files.writeString(root.resolve(name), json);
        Verdict verdict = ReceiptVerifier.verify(Files.readAllBytes(file), Optional.empty());
        expect(verdict instanceof Verdict.Proven, "the receipt holds", verdict.toString());
        teller.done(country + " writes " + file, VerdictText.of(verdict, Locale.ENGLISH));
        return file;
    }

    /** Asks, accepts what is offered where a person must, and waits until both sides stand at FINALIZED. */
    private String negotiated(DemoNode consumer, DemoNode provider, String dataset, Optional<Terms> terms)
            throws CommandFailed {
        teller.time();
        String pid = asked(consumer, provider, dataset, terms);
        String path = "/api/negotiations/" + pid;
        String seen = settled(consumer, path);
        if (DemoJson.text(seen, "waiting", "code").equals("terms-differ")) {
            teller.done(
                    consumer.organisation() + " is offered other terms and accepts them",
                    terms(DemoJson.at(seen, "offer")));
            teller.time();
            consumer.post(path + "/accept", "{}");
            seen = settled(consumer, path);
        }
        expect(DemoJson.text(seen, "state").equals("FINALIZED"), "the negotiation is finalized", seen);
        String providers = DemoJson.text(seen, "peerPid");
        awaited(provider, "/api/negotiations/" + providers, "FINALIZED");
        var details = new ArrayList<String>();
        details.add(String.join(" → ", states(provider, providers)));
        String ruling = ruling(provider, seen);
        details.add("ruling: " + DemoJson.text(ruling, "outcome") + " on "
                + String.join(", ", DemoJson.texts(ruling, "provisions")));
        if (!DemoJson.texts(ruling, "duties").isEmpty()) {
            details.add("duties: " + String.join(", ", DemoJson.texts(ruling, "duties")));
        }
        if (!DemoJson.texts(ruling, "conditions").isEmpty()) {
            details.add("conditions: " + String.join(", ", DemoJson.texts(ruling, "conditions")));
        }
        teller.done(consumer.country() + " and " + provider.country() + " agree on " + dataset, details);
        return pid;
    }

    /** The terms in words, each duty of the law on a line of its own. */
    private static List<String> terms(String offer) {
        var lines = new ArrayList<String>();
        String sentence = DemoJson.text(offer, "inEnglish");
        List<String> duties = DemoJson.objects(offer, "lawDuties");
        int first = duties.isEmpty() ? -1 : sentence.indexOf(DemoJson.text(duties.getFirst(), "en"));
        lines.add(first < 0 ? sentence : sentence.substring(0, first).strip());
        duties.forEach(
                duty -> lines.add("  " + DemoJson.text(duty, "en") + " [" + DemoJson.text(duty, "citation") + "]"));
        return lines;
    }

    String asked(DemoNode consumer, DemoNode provider, String dataset, Optional<Terms> terms) throws CommandFailed {
        return DemoJson.text(
                consumer.post("/api/negotiations", DemoJson.negotiation(provider.did(), dataset, terms)), "pid");
    }

    /** Fetches under the agreement, and compares what both sides have in their evidence. */
    private void pulled(DemoNode consumer, DemoNode provider, String negotiation, String who) throws CommandFailed {
        teller.time();
        String agreement = DemoJson.text(consumer.get("/api/negotiations/" + negotiation), "agreement");
        String pid = DemoJson.text(consumer.post("/api/transfers", DemoJson.object("agreement", agreement)), "pid");
        String done = awaited(consumer, "/api/transfers/" + pid, "COMPLETED");
        String providers = DemoJson.text(done, "peerPid");
        awaited(provider, "/api/transfers/" + providers, "COMPLETED");
        String here = entry(consumer, pid, "TransferEnded");
        String there = entry(provider, providers, "TransferEnded");
        String hash = DemoJson.text(here, "contentHash");
        expect(
                !hash.isEmpty() && hash.equals(DemoJson.text(there, "contentHash")),
                "both sides hold the same SHA-256",
                here + " / " + there);
        teller.done(
                who + " has pulled " + DemoJson.number(here, "byteCount") + " bytes",
                List.of(
                        "SHA-256 " + hash + ", the same in the evidence of both sides",
                        DemoJson.text(done, "location")));
    }

    private String ruling(DemoNode provider, String negotiation) throws CommandFailed {
        return entry(provider, DemoJson.text(negotiation, "peerPid"), "RulingGiven");
    }

    /** The last entry of this kind. */
    private static String entry(DemoNode node, String pid, String kind) throws CommandFailed {
        return entries(node, pid, kind).stream()
                .reduce((_, last) -> last)
                .orElseThrow(() -> new CommandFailed("no " + kind + " in the evidence of " + pid));
    }

    private static List<String> entries(DemoNode node, String pid, String kind) throws CommandFailed {
        return DemoJson.objects(node.get("/api/evidence/" + pid + "?limit=500"), "items").stream()
                .map(each -> DemoJson.at(each, "entry"))
                .filter(each -> DemoJson.text(each, "kind").equals(kind))
                .toList();
    }

    private static List<String> states(DemoNode node, String pid) throws CommandFailed {
        return entries(node, pid, "StateChanged").stream()
                .map(each -> DemoJson.text(each, "to"))
                .toList();
    }

    private String settled(DemoNode node, String path) throws CommandFailed {
        return polled(node, path, json -> {
            String state = DemoJson.text(json, "state");
            boolean isMoving = !DemoJson.text(json, "sending").isEmpty();
            return state.equals("FINALIZED")
                    || state.equals("TERMINATED")
                    || (!isMoving && !DemoJson.text(json, "waiting", "code").isEmpty());
        });
    }

    String awaited(DemoNode node, String path, String state) throws CommandFailed {
        String seen = polled(
                node,
                path,
                json -> DemoJson.text(json, "state").equals(state)
                        || DemoJson.text(json, "state").equals("TERMINATED"));
        expect(DemoJson.text(seen, "state").equals(state), "it comes to " + state, seen);
        return seen;
    }

    private static String polled(DemoNode node, String path, java.util.function.Predicate<String> isThere)
            throws CommandFailed {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String seen = node.get(path);
        while (!isThere.test(seen)) {
            if (System.nanoTime() > end) {
                throw new CommandFailed("after " + PATIENCE.toSeconds() + " s it still stands at " + seen);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
            seen = node.get(path);
        }
        return seen;
    }

    private static void expect(boolean holds, String what, String seen) throws CommandFailed {
        if (!holds) {
            throw new CommandFailed("the demonstration expected that " + what + ", but saw " + seen);
        }
    }

    @Override
    public void close() throws IOException {
        try (germany;
                japan;
                kenya) {
            // Closed in turn, the last one first, whatever happens to one of them.
        }
    }
}
