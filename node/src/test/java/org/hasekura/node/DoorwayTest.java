package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Ids;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.testing.FakeStore;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Authenticator;
import org.hasekura.identity.Body;
import org.hasekura.identity.Did;
import org.hasekura.identity.DidDocument;
import org.hasekura.identity.DidResolver;
import org.hasekura.identity.Participant;
import org.hasekura.identity.SelfIssuedToken;
import org.hasekura.identity.SigningKey;
import org.hasekura.identity.TokenReplay;
import org.hasekura.identity.TokenRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("At the door")
class DoorwayTest {

    private static final Did SELF = new Did("did:web:node.example.org");
    private static final Did PEER = new Did("did:web:peer.example.org");

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private final Ids ids = new Ids(clock, new Random(7));
    private final FakeStore store = new FakeStore();
    private final SigningKey key = SigningKey.generate("token", new Random(7));
    private final List<Did> asked = new ArrayList<>();
    private final List<Long> paused = new ArrayList<>();

    @Test
    @DisplayName("a stranger is turned away before anybody is asked who that is")
    void stranger() throws StoreFailed {
        assertThat(doorway().read(request(key))).isEqualTo(new Doorway.Seen.TurnedAway(404, "not found"));
        assertThat(doorway().write(request(key))).isEqualTo(new Doorway.Seen.TurnedAway(404, "not found"));
        assertThat(asked).isEmpty();
    }

    @Test
    @DisplayName("a participant is known by the document that its token leads to")
    void participant() throws StoreFailed {
        register();
        assertThat(doorway().read(request(key)))
                .isInstanceOfSatisfying(
                        Doorway.Seen.Known.class,
                        known -> assertThat(known.did()).isEqualTo(PEER.text()));
        assertThat(asked).isNotEmpty().containsOnly(PEER);
    }

    @Test
    @DisplayName("whoever signs a token in a participant's name is answered as a stranger is, and after the same time")
    void forged() throws StoreFailed {
        Request request = request(SigningKey.generate("token", new Random(8)));
        long began = System.nanoTime();
        Doorway.Seen ofStranger = doorway().read(request);
        register();
        Doorway.Seen ofForger = doorway().read(request);
        assertThat(asked).as("the forged token was looked at").isNotEmpty();
        assertThat(ofForger).isEqualTo(ofStranger).isEqualTo(new Doorway.Seen.TurnedAway(404, "not found"));
        assertThat(paused).hasSize(2).allMatch(until -> until >= began + Doorway.UNSEEN_AFTER.toNanos());
    }

    @Test
    @DisplayName("nobody waits who is let in, or whose token is for somebody else")
    void quick() throws StoreFailed {
        register();
        doorway().read(request(key));
        doorway().read(request(key, new Did("did:web:other.example.org")));
        assertThat(paused).isEmpty();
    }

    private void register() throws StoreFailed {
        var participant = new Participant(PEER, List.of(), List.of());
        store.commit(new Commit(List.of(new Change.OfParticipant(participant)), Optional.empty(), List.of()));
    }

    private Doorway doorway() {
        TokenRules rules = TokenRules.of(SELF);
        DidResolver resolver = this::resolved;
        return new Doorway(
                new Authenticator(resolver, rules, Admission.PRODUCTION),
                resolver,
                rules,
                new TokenReplay(clock.instant().truncatedTo(ChronoUnit.SECONDS), 100, rules),
                Admission.PRODUCTION,
                store,
                new Refusals(SELF.text(), clock),
                clock,
                Optional.empty(),
                ids,
                paused::add);
    }

    private DidResolver.Resolution resolved(Did did) {
        asked.add(did);
        DidDocument document = DidDocument.ofNode(PEER, key, List.of());
        return new DidResolver.Resolution.Resolved(document, Body.of(new byte[0]), clock.instant());
    }

    private Request request(SigningKey signer) {
        return request(signer, SELF);
    }

    private Request request(SigningKey signer, Did audience) {
        String token =
                SelfIssuedToken.of(PEER, audience, ids.next(), clock.instant()).signedBy(signer);
        return new Request(
                Method.POST,
                "/dsp/2025-1/catalog/request",
                Map.of(),
                _ -> Optional.empty(),
                name -> Optional.of("Bearer " + token).filter(_ -> name.equals("Authorization")),
                new byte[0],
                "127.0.0.1");
    }
}
