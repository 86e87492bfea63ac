package org.hasekura.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Agreements;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.identity.Did;
import org.hasekura.identity.Participant;
import org.hasekura.law.Law;
import org.hasekura.law.Ruling;
import org.hasekura.law.StatedFlow;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Assessor;

/** Exchanges in memory: what is done with them is written down; they can refuse, and be away. */
final class FakeExchanges implements Exchanges {

    final Map<String, Dossier> all = new LinkedHashMap<>();
    final List<String> done = new ArrayList<>();
    Optional<Reason> refusing = Optional.empty();
    Optional<Agreements.Ended> ending = Optional.empty();
    /** Exchanges of which a transfer runs to whoever is asked about. */
    List<String> running = List.of();

    String runningTo = "KE";

    boolean isPeerAway;
    List<DutyStanding> duties = List.of();

    FakeExchanges with(Dossier... dossiers) {
        for (Dossier each : dossiers) {
            all.put(each.negotiation().pid(), each);
        }
        return this;
    }

    @Override
    public List<Summary> newest() {
        return all.values().stream()
                .map(each -> new Summary(each.negotiation(), each.lastTransfer(), false, each.peer(), each.titles()))
                .toList();
    }

    @Override
    public Optional<Dossier> find(String pid) {
        return Optional.ofNullable(all.get(pid));
    }

    @Override
    public Optional<String> ofTransfer(String transferPid) {
        return all.values().stream()
                .filter(each ->
                        each.transfers().stream().anyMatch(of -> of.pid().equals(transferPid)))
                .map(each -> each.negotiation().pid())
                .findFirst();
    }

    /** By the packaged law, of data of which nothing is known: a person must decide. */
    @Override
    public Optional<Assessment> judge(Negotiation negotiation, LocalDate day) {
        var self = new Participant(new Did(Samples.GERMANY.did()), List.of(), List.of());
        return negotiation.role() == org.hasekura.exchange.Role.PROVIDER
                ? Optional.of(new Assessor(Law.load(), self)
                        .assess(Map.of(), Optional.empty(), Samples.TERMS, Samples.TERMS, day))
                : Optional.empty();
    }

    @Override
    public List<Rejudged> judgedWith(Participant changed, LocalDate day) {
        return running.stream()
                .map(each -> new Rejudged(each, "service-contacts", Map.of("ja", "連絡先"), judge(day)))
                .toList();
    }

    /** By the packaged law, of contacts that Germany sends. */
    private Ruling judge(LocalDate day) {
        Sending sending = Sending.of(Law.load(), "DE", runningTo, What.CUSTOMER_CONTACTS, day);
        return Law.load().read(sending.statement()) instanceof StatedFlow.Valid(var flow, var on)
                ? Law.load().rule(flow, on)
                : throwing(runningTo);
    }

    private static Ruling throwing(String country) {
        throw new IllegalStateException("the law does not know `" + country + "`");
    }

    @Override
    public Answer<Negotiation> act(String pid, NegotiationAct act) {
        return taken(pid, act.toString());
    }

    @Override
    public Answer<Negotiation> decide(String pid, boolean permit, String role, String why) {
        return taken(pid, (permit ? "permit" : "refuse") + " as " + role + ": " + why);
    }

    @Override
    public Answer<Transfer> start(String agreementId) throws IOException {
        if (isPeerAway) {
            throw new IOException("no route to host");
        }
        return transferTaken(agreementId.substring("agreement-".length()), "start");
    }

    @Override
    public Answer<Transfer> act(String transferPid, TransferAct act) {
        return transferTaken(transferPid.substring("transfer-".length()), act.toString());
    }

    @Override
    public Answer<Transfer> decideTransfer(String transferPid, boolean permit, String role, String why) {
        return transferTaken(transferPid.substring("transfer-".length()), permit + " as " + role + ": " + why);
    }

    @Override
    public Agreements.Ended endAgreement(String agreementId, String role, String reason) {
        if (ending.isPresent()) {
            return ending.get();
        }
        done.add(agreementId + " ended as " + role + ": " + reason);
        return new Agreements.Ended.Done(find(agreementId.substring("agreement-".length()))
                .flatMap(Dossier::agreement)
                .orElseThrow());
    }

    @Override
    public Body body(Hash hash) {
        return new Body.Kept("{\"said\":\"<hello>\"}");
    }

    @Override
    public void bundle(String pid, OutputStream sink) throws IOException {
        sink.write(pid.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] receipt(String pid, long index) throws IOException {
        if (isPeerAway) {
            throw new IOException("no route to host");
        }
        return "{}".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Arrived> arrived(String pid, String transferPid) {
        return find(pid).stream()
                .flatMap(each -> each.transfers().stream())
                .filter(each -> each.pid().equals(transferPid))
                .filter(each ->
                        each.delivered().flatMap(Transfer.Delivered::location).isPresent())
                .findFirst()
                .map(_ -> new Arrived("rows.csv", sink -> sink.write("a,b\n".getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public List<DutyStanding> duties(String agreementId) {
        return duties;
    }

    @Override
    public boolean fulfil(String agreementId, DutyStanding.Statement statement) {
        done.add(agreementId + " " + statement.duty() + " as " + statement.role() + ": " + statement.text() + " "
                + statement.document().isPresent());
        return true;
    }

    @Override
    public boolean awaitChange(String pid, Duration patience) {
        return true;
    }

    private Answer<Negotiation> taken(String pid, String what) {
        if (refusing.isPresent()) {
            return new Answer.Refused<>(find(pid).orElseThrow().negotiation().pids(), refusing.get());
        }
        done.add(pid + " " + what);
        return new Answer.Taken<>(find(pid).orElseThrow().negotiation(), false);
    }

    private Answer<Transfer> transferTaken(String pid, String what) {
        done.add(pid + " " + what);
        return new Answer.Taken<>(
                Samples.transfer(pid, org.hasekura.exchange.Role.CONSUMER, org.hasekura.exchange.TransferState.STARTED),
                false);
    }
}
