package org.hasekura.bench;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.hasekura.exchange.Ids;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Authenticator;
import org.hasekura.identity.CachingDidResolver;
import org.hasekura.identity.Did;
import org.hasekura.identity.DidDocument;
import org.hasekura.identity.DidDocumentJson;
import org.hasekura.identity.NodeKeys;
import org.hasekura.identity.SelfIssuedToken;
import org.hasekura.identity.TokenCheck;
import org.hasekura.identity.TokenRules;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What identity costs for each request: one token signed by the sender and checked by the receiver. */
@State(Scope.Thread)
public class TokenBenchmark {

    private final Did sender = did("did:web:sender.example");
    private final Did receiver = did("did:web:receiver.example");
    private final NodeKeys keys = NodeKeys.generate(new SecureRandom());
    private final byte[] document =
            DidDocumentJson.write(DidDocument.ofNode(sender, keys.token(), java.util.List.of()));
    private final Authenticator authenticator = new Authenticator(
            new CachingDidResolver(
                    (_, _) -> document, Clock.systemUTC(), Admission.PRODUCTION, CachingDidResolver.Times.usual(), 100),
            TokenRules.of(receiver),
            Admission.PRODUCTION);
    private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    private final String signed = sign();

    private static Did did(String text) {
        return switch (Did.parse(text, Admission.PRODUCTION)) {
            case Did.Parse.Parsed(Did did) -> did;
            case Did.Parse.Malformed(String words) -> throw new IllegalStateException(words);
        };
    }

    private String sign() {
        return SelfIssuedToken.of(sender, receiver, ids.next(), Instant.now()).signedBy(keys.token());
    }

    /** A new token. */
    @Benchmark
    public String signing(CpuCounter cpu) {
        cpu.operations++;
        return sign();
    }

    /** Every rule of a token but its being used once, which the store decides; the DID document is at hand. */
    @Benchmark
    public TokenCheck checking(CpuCounter cpu) {
        cpu.operations++;
        return authenticator.check(signed, Instant.now());
    }
}
