package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.identity.Safeguard;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;

/** A provider in Germany and a consumer elsewhere, who know each other, and what the provider offers. */
final class Pair {

    static final long BYTES = 1234;
    static final String SHA256 = Proofs.sha256("the bytes");
    static final Offer OPEN = new Offer("open", Terms.permitting(Permission.use()));
    static final Offer SERVICE = new Offer(
            "service",
            Terms.permitting(Permission.use(
                    Constraint.Atomic.of("purpose", Operator.EQ, "urn:hasekura:purpose:general:customer-service"))));

    private static final String SOURCE = "contract on file";
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final Map<String, String> NOT_PERSONAL = Map.of("nonPersonal", "true", "originRegime", "none");
    private static final Map<String, String> CONTACTS = Map.of(
            "personal", "true",
            "originRegime", "EU",
            "categories", "contact",
            "special", "none",
            "criminal", "false",
            "children", "false",
            "pseudonymised", "false",
            "governmentId", "false",
            "hr", "false");

    private final World world = new World();
    private final Side provider;
    private final Side consumer;

    private Pair(String consumerCountry, long seed) {
        RandomGenerator random = new java.util.SplittableRandom(seed);
        provider = new Side(world, party("werk.example", "DE"), random);
        consumer = new Side(world, party("other.example", consumerCountry), random);
        provider.facing(consumer).restart();
        consumer.facing(provider).restart();
        try {
            provider.exchange().offerings().register(consumer.participant());
            consumer.exchange().offerings().register(provider.participant());
            offer("direct", NOT_PERSONAL, OPEN, Dataset.Answering.DIRECT);
            offer("confirm", NOT_PERSONAL, OPEN, Dataset.Answering.CONFIRM);
            offer("manual", NOT_PERSONAL, OPEN, Dataset.Answering.MANUAL);
            offer("contacts", CONTACTS, SERVICE, Dataset.Answering.DIRECT);
            // Whether it is personal is not said, so the law cannot be asked.
            offer("unclear", Map.of("originRegime", "EU"), OPEN, Dataset.Answering.DIRECT);
        } catch (StoreFailed failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Pair withJapan() {
        return new Pair("JP", 1);
    }

    static Pair withKenya() {
        return new Pair("KE", 1);
    }

    static Pair seeded(String country, long seed) {
        return new Pair(country, seed);
    }

    static Participant party(String host, String country) {
        var facts = new ArrayList<>(List.of(
                fact(Fact.Name.COUNTRY, country),
                fact(Fact.Name.ROLE, "controller"),
                fact(Fact.Name.KIND, "business")));
        if (country.equals("JP")) {
            facts.add(fact(Fact.Name.SUBJECT_TO, "APPI"));
        }
        return new Participant(new Did("did:web:" + host), facts, List.of());
    }

    /** The same party with standard contractual clauses of module 1 and an assessment, until the last day. */
    static Participant bound(Participant party, Optional<LocalDate> last) {
        var clauses = new Safeguard(
                "SCC",
                Map.of(
                        "set",
                        "2021/914",
                        "module",
                        "1",
                        "signed",
                        "2026-01-01",
                        "tia",
                        "positive",
                        "tiaDate",
                        "2026-01-01"),
                SOURCE,
                FROM,
                last,
                RECORDED);
        return new Participant(party.did(), party.facts(), List.of(clauses));
    }

    private static Fact fact(Fact.Name name, String value) {
        return new Fact(name, value, SOURCE, FROM, Optional.empty(), RECORDED);
    }

    void offer(String id, Map<String, String> facts, Offer offer, Dataset.Answering answering) throws StoreFailed {
        provider.exchange()
                .offerings()
                .publish(new Dataset(
                        id,
                        Map.of("en", id),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        facts,
                        List.of(offer),
                        answering,
                        new Dataset.Content("file:/place", "text/plain", "place.txt", BYTES, SHA256),
                        world.now(),
                        Optional.empty(),
                        1));
    }

    /** The next version of a dataset, answered in another way. */
    static Dataset answeredBy(Dataset.Answering answering, Dataset of) {
        return new Dataset(
                of.id(),
                of.titles(),
                of.descriptions(),
                of.keywords(),
                of.licence(),
                of.facts(),
                of.offers(),
                answering,
                of.content(),
                of.published(),
                of.withdrawn(),
                of.version() + 1);
    }

    World world() {
        return world;
    }

    Side provider() {
        return provider;
    }

    Side consumer() {
        return consumer;
    }

    /** The consumer asks; nothing has been sent yet. The answer is the consumer's name for the negotiation. */
    String asks(String datasetId, Offer offer) throws StoreFailed {
        Answer<Negotiation> answer =
                consumer.exchange().negotiations().request(provider.did(), provider.address(), datasetId, offer);
        return process(answer).pid();
    }

    /** The consumer asks, and everything that follows by itself happens. */
    String negotiates(String datasetId, Offer offer) throws StoreFailed {
        String pid = asks(datasetId, offer);
        world.settle();
        return pid;
    }

    /** An agreement that stands on both sides. */
    String agrees(String datasetId, Offer offer) throws StoreFailed {
        String pid = negotiates(datasetId, offer);
        assertThat(negotiation(pid).state()).isEqualTo(NegotiationState.FINALIZED);
        return negotiation(pid).agreement().orElseThrow().id();
    }

    /** The consumer asks for the bytes; nothing has been sent yet. */
    String asksForBytes(String agreementId) throws StoreFailed {
        return process(consumer.exchange().transfers().request(agreementId, provider.address()))
                .pid();
    }

    /** A transfer that both sides hold for started. */
    String starts(String agreementId) throws StoreFailed {
        String pid = asksForBytes(agreementId);
        world.settle();
        assertThat(transfer(pid).state()).isEqualTo(TransferState.STARTED);
        return pid;
    }

    /** The consumer's side of it. */
    Negotiation negotiation(String pid) {
        return consumer.store().negotiation(pid).orElseThrow();
    }

    /** The provider's side of what the consumer calls by this name. */
    Negotiation negotiationOfProvider(String consumerPid) {
        return provider.store().negotiationOfPeer(consumer.did(), consumerPid).orElseThrow();
    }

    Transfer transfer(String pid) {
        return consumer.store().transfer(pid).orElseThrow();
    }

    Transfer transferOfProvider(String consumerPid) {
        return provider.store().transferOfPeer(consumer.did(), consumerPid).orElseThrow();
    }

    static <P> P process(Answer<P> answer) {
        return switch (answer) {
            case Answer.Taken<P>(P process, boolean _) -> process;
            default -> throw new AssertionError("was not taken: " + answer);
        };
    }

    static <P> Reason refusal(Answer<P> answer) {
        return switch (answer) {
            case Answer.Refused<P>(Pids _, Reason reason) -> reason;
            default -> throw new AssertionError("was not refused: " + answer);
        };
    }
}
