package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CARS_DOCUMENT;
import static org.hasekura.identity.Tokens.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hasekura.identity.DidResolver.Resolution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A caching resolver of DID documents")
class CachingDidResolverTest {

    private static final SigningKey NEW_KEY = SigningKey.generate("token-2", new Random(9));
    private static final DidDocument REPLACED = DidDocument.ofNode(CARS, NEW_KEY, List.of());

    private final FakeFetcher web = new FakeFetcher();
    private volatile Instant now = NOW;
    private final CachingDidResolver resolver =
            new CachingDidResolver(web, () -> now, Admission.PRODUCTION, CachingDidResolver.Times.usual(), 2);

    @Test
    @DisplayName("gives the document, its bytes and when they were fetched")
    void resolved() {
        web.publish(CARS_DOCUMENT);

        assertThat(resolver.resolve(CARS))
                .isEqualTo(new Resolution.Resolved(CARS_DOCUMENT, Body.of(DidDocumentJson.write(CARS_DOCUMENT)), NOW));
        assertThat(web.asked).containsExactly(CARS.documentUrl());
    }

    @Test
    @DisplayName("asks again only when the document is no longer fresh")
    void fresh() {
        web.publish(CARS_DOCUMENT);
        resolver.resolve(CARS);

        later(Duration.ofMinutes(5).minusNanos(1));
        resolver.resolve(CARS);
        assertThat(web.asked).hasSize(1);

        later(Duration.ofNanos(1));
        resolver.resolve(CARS);
        assertThat(web.asked).hasSize(2);
    }

    @Test
    @DisplayName("remembers a failure for a short time")
    void failed() {
        assertThat(resolver.resolve(CARS))
                .isEqualTo(new Resolution.Unresolved(
                        "`https://cars.example.de/.well-known/did.json` cannot be fetched: 404"));
        web.publish(CARS_DOCUMENT);

        assertThat(resolver.resolve(CARS)).isInstanceOf(Resolution.Unresolved.class);
        assertThat(resolver.resolve(CARS, CARS.url("token-1"))).isInstanceOf(Resolution.Unresolved.class);
        assertThat(web.asked).hasSize(1);

        later(Duration.ofSeconds(10));
        assertThat(resolver.resolve(CARS)).isInstanceOf(Resolution.Resolved.class);
    }

    @Test
    @DisplayName("refuses the document of another DID, and what is no document")
    void notTheDocument() {
        DidDocument others = DidDocument.ofNode(Tokens.CELLS, NEW_KEY, List.of());
        web.bodies.put(CARS.documentUrl(), DidDocumentJson.write(others));
        web.bodies.put(Tokens.CELLS.documentUrl(), new byte[] {'{'});

        assertThat(resolver.resolve(CARS))
                .isEqualTo(
                        new Resolution.Unresolved("`https://cars.example.de/.well-known/did.json` is the document of "
                                + "`did:web:cells.example.jp`"));
        assertThat(resolver.resolve(Tokens.CELLS)).isInstanceOf(Resolution.Unresolved.class);
    }

    @Test
    @DisplayName("fetches again for a key it does not know, but not for every made-up one")
    void replacedKey() {
        web.publish(CARS_DOCUMENT);
        resolver.resolve(CARS);
        web.publish(REPLACED);

        resolver.resolve(CARS, CARS.url("token-2"));
        assertThat(web.asked).hasSize(1);

        later(Duration.ofSeconds(30));
        assertThat(resolver.resolve(CARS, CARS.url("token-2")))
                .isInstanceOfSatisfying(
                        Resolution.Resolved.class,
                        resolved -> assertThat(resolved.document()).isEqualTo(REPLACED));
        for (int i = 0; i < 10; i++) {
            resolver.resolve(CARS, CARS.url("made-up-" + i));
        }
        assertThat(web.asked).hasSize(2);
    }

    @Test
    @DisplayName("keeps a fresh document when fetching it again fails")
    void keepsDocument() {
        web.publish(CARS_DOCUMENT);
        resolver.resolve(CARS);
        web.isReachable = false;
        later(Duration.ofSeconds(30));

        assertThat(resolver.resolve(CARS, CARS.url("made-up"))).isInstanceOf(Resolution.Resolved.class);
        assertThat(resolver.resolve(CARS, CARS.url("made-up"))).isInstanceOf(Resolution.Resolved.class);
        assertThat(web.asked).hasSize(2);

        later(Duration.ofMinutes(5));
        assertThat(resolver.resolve(CARS)).isInstanceOf(Resolution.Unresolved.class);
    }

    @Test
    @DisplayName("forgets the document longest unused when it is full")
    void full() {
        Did third = new Did("did:web:third.example");
        resolver.resolve(CARS);
        resolver.resolve(Tokens.CELLS);
        resolver.resolve(CARS);
        resolver.resolve(third);
        web.asked.clear();

        resolver.resolve(CARS);
        resolver.resolve(third);
        resolver.resolve(Tokens.CELLS);

        assertThat(web.asked).containsExactly(Tokens.CELLS.documentUrl());
    }

    @Test
    @DisplayName("asks once for all who ask at the same time")
    void singleFlight() throws Exception {
        web.publish(CARS_DOCUMENT);
        CountDownLatch started = new CountDownLatch(20);
        web.beforeAnswer = () -> awaitAll(started);
        Callable<Resolution> ask = () -> {
            started.countDown();
            return resolver.resolve(CARS);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Resolution>> answers =
                    threads.invokeAll(Stream.generate(() -> ask).limit(20).toList());

            assertThat(answers.stream().map(Future::resultNow)).allMatch(Resolution.Resolved.class::isInstance);
        }
        assertThat(web.asked).hasSize(1);
    }

    @Test
    @DisplayName("lets the others go on when a fetch ends in a way nobody foresaw")
    void unforeseen() {
        web.beforeAnswer = () -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> resolver.resolve(CARS)).hasMessage("broken");
        assertThat(resolver.resolve(CARS)).isInstanceOf(Resolution.Unresolved.class);
    }

    private void later(Duration passed) {
        now = now.plus(passed);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
