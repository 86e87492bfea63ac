package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
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
import org.hasekura.identity.Did;
import org.hasekura.identity.DidResolver;
import org.hasekura.identity.Participant;
import org.hasekura.identity.SigningKey;
import org.hasekura.identity.TokenReplay;
import org.hasekura.identity.TokenRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a peer without DIDs, in development mode")
class StaticPeerTest {

    private static final Did SELF = new Did("did:web:node.example.org");
    private static final StaticPeer PEER = new StaticPeer(
            new Did("did:web:peer.example.org"),
            "PEER",
            "Bearer from peer",
            "Bearer to peer",
            Optional.of(URI.create("http://localhost:19194/protocol/2025-1")),
            Duration.ofMillis(100));

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private final Ids ids = new Ids(clock, new Random(7));
    private final FakeStore store = new FakeStore();

    @Test
    @DisplayName("is known by its header alone, as often as it comes")
    void known() throws StoreFailed {
        register();
        Doorway doorway = doorway(Optional.of(PEER));
        var tokenIds = new HashSet<String>();
        for (int times = 0; times < 3; times++) {
            assertThat(doorway.read(request("Bearer from peer")))
                    .isInstanceOfSatisfying(Doorway.Seen.Known.class, known -> {
                        assertThat(known.did()).isEqualTo("did:web:peer.example.org");
                        tokenIds.add(known.token().tokenId());
                    });
        }
        assertThat(tokenIds).hasSize(3);
    }

    @Test
    @DisplayName("is nobody with another header, without one, or where no such peer is set")
    void unknown() throws StoreFailed {
        register();
        for (String header : List.of("Bearer from pee", "Bearer from peer ", "Bearer to peer", "")) {
            assertThat(status(doorway(Optional.of(PEER)).write(request(header))))
                    .as(header)
                    .isEqualTo(401);
        }
        assertThat(status(doorway(Optional.empty()).write(request("Bearer from peer"))))
                .isEqualTo(401);
    }

    @Test
    @DisplayName("must be in the register like any other")
    void unregistered() throws StoreFailed {
        assertThat(status(doorway(Optional.of(PEER)).write(request("Bearer from peer"))))
                .isEqualTo(404);
    }

    @Test
    @DisplayName("is called back on this machine alone")
    void callback() throws StoreFailed {
        register();
        Doorway doorway = doorway(Optional.of(PEER));
        Doorway.Seen.Known known = (Doorway.Seen.Known) doorway.write(request("Bearer from peer"));
        for (String good : List.of("http://localhost:8083", "http://127.0.0.1:1/dsp/", "https://[::1]:8443")) {
            assertThat(doorway.callbackFault(known.token(), good)).as(good).isEmpty();
        }
        for (String bad : List.of(
                "http://peer.example.org",
                "http://localhost.example.org",
                "http://user@localhost:80",
                "ftp://localhost",
                "http://localhost/?to=x",
                "localhost",
                ":")) {
            assertThat(doorway.callbackFault(known.token(), bad)).as(bad).isPresent();
        }
    }

    @Test
    @DisplayName("gets its fixed header, everybody else a token")
    void sent() {
        var tokens = new Tokens(SELF, SigningKey.generate("token", new Random(7)), ids, clock, Optional.of(PEER));
        assertThat(tokens.headers(PEER.did(), Map.of())).containsEntry("Authorization", "Bearer to peer");
        assertThat(tokens.headers(SELF, Map.of()).get("Authorization"))
                .startsWith("Bearer ey")
                .isNotEqualTo(tokens.headers(SELF, Map.of()).get("Authorization"));
    }

    @Test
    @DisplayName("is asked at the address that is set, without a look at a DID document")
    void address() throws IOException {
        var client = new PeerClient(
                new Settings.Peers(Duration.ofSeconds(1), Duration.ofSeconds(1), 1_000), true, AddressCheck.none());
        var tokens = new Tokens(SELF, SigningKey.generate("token", new Random(7)), ids, clock, Optional.of(PEER));
        var counterparty = new Counterparty(
                _ -> new DidResolver.Resolution.Unresolved("nobody publishes anything here"),
                client,
                new DspAddresses(client, clock),
                tokens,
                Optional.of(PEER));
        assertThat(counterparty.dspAddress(PEER.did()).toString()).isEqualTo("http://localhost:19194/protocol/2025-1");
        assertThatThrownBy(() -> counterparty.dspAddress(new Did("did:web:other.example.org")))
                .hasMessage("nobody publishes anything here");
    }

    @Test
    @DisplayName("keeps its headers out of what is logged")
    void shown() {
        assertThat(PEER.toString()).doesNotContain("Bearer");
    }

    private void register() throws StoreFailed {
        var participant = new Participant(PEER.did(), List.of(), List.of());
        store.commit(new Commit(List.of(new Change.OfParticipant(participant)), Optional.empty(), List.of()));
    }

    private Doorway doorway(Optional<StaticPeer> peer) {
        DidResolver resolver = did -> new DidResolver.Resolution.Unresolved("nobody publishes anything here");
        TokenRules rules = TokenRules.of(SELF);
        return new Doorway(
                new Authenticator(resolver, rules, Admission.DEVELOPMENT),
                resolver,
                rules,
                new TokenReplay(clock.instant().truncatedTo(ChronoUnit.SECONDS), 100, rules),
                Admission.DEVELOPMENT,
                store,
                new Refusals(SELF.text(), clock),
                clock,
                peer,
                ids,
                _ -> {});
    }

    private static Request request(String authorization) {
        return new Request(
                Method.POST,
                "/dsp/2025-1/catalog/request",
                Map.of(),
                _ -> Optional.empty(),
                name -> Optional.of(authorization).filter(_ -> name.equals("Authorization")),
                new byte[0],
                "127.0.0.1");
    }

    private static int status(Doorway.Seen seen) {
        return seen instanceof Doorway.Seen.TurnedAway(int status, var _) ? status : 200;
    }
}
