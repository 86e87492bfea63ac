package org.hasekura.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.policy.Action;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Duty;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Prohibition;
import org.hasekura.policy.Reading;
import org.hasekura.policy.Terms;

/** One of each: messages, terms, a dataset. */
final class Samples {

    static final int MAX = 1 << 20;
    static final URI BASE = URI.create("https://maker.example/dsp/2025-1");
    static final URI CALLBACK = URI.create("https://buyer.example/dsp/2025-1");
    static final Pids PIDS = new Pids("urn:uuid:8d0f", "urn:uuid:41c2");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    static final Terms TERMS = Terms.permitting(Permission.use(
                    Constraint.Atomic.of("purpose", Operator.IS_ANY_OF, "research", "reporting"),
                    new Constraint.Logical(
                            Constraint.Join.OR,
                            List.of(
                                    Constraint.Atomic.of("dateTime", Operator.LT, "2027-01-01T00:00:00Z"),
                                    Constraint.Atomic.of("spatial", Operator.EQ, "JP")))))
            .prohibiting(Prohibition.of(Action.DISTRIBUTE))
            .obliging(List.of(Duty.of("delete")));
    static final Offer OFFER = new Offer("offer-1", TERMS);
    static final Agreement AGREEMENT =
            new Agreement("urn:uuid:77aa", "register", "did:web:maker.example", "did:web:buyer.example", NOON, TERMS);
    static final DataAddress ADDRESS = new DataAddress(
            "https://w3id.org/idsa/v4.1/HTTP",
            Optional.of("https://maker.example/data/1"),
            Map.of("authorization", "token", "authType", "bearer"));

    static final List<NegotiationMessage> NEGOTIATION = List.of(
            new NegotiationMessage.Request(PIDS.consumerPid(), CALLBACK, OFFER, "register"),
            new NegotiationMessage.CounterRequest(PIDS, OFFER, "register"),
            new NegotiationMessage.InitialOffer(PIDS.providerPid(), CALLBACK, OFFER, "register"),
            new NegotiationMessage.Offered(PIDS, OFFER, "register"),
            new NegotiationMessage.Accepted(PIDS),
            new NegotiationMessage.Agreed(PIDS, AGREEMENT),
            new NegotiationMessage.Verified(PIDS),
            new NegotiationMessage.Finalized(PIDS),
            new NegotiationMessage.Terminated(PIDS, Optional.of("law"), List.of("no ground", "根拠がない")));

    static final List<TransferMessage> TRANSFER = List.of(
            new TransferMessage.Request(
                    PIDS.consumerPid(), "urn:uuid:77aa", DatasetJson.PULL, CALLBACK, Optional.empty()),
            new TransferMessage.Start(PIDS, Optional.of(ADDRESS)),
            new TransferMessage.Suspension(PIDS, Optional.empty(), List.of("maintenance")),
            new TransferMessage.Completion(PIDS),
            new TransferMessage.Termination(PIDS, Optional.of("stop"), List.of()));

    private Samples() {}

    static Dataset dataset(String id, long version) {
        return new Dataset(
                id,
                Map.of("en", "Commitments", "ja", "約束の一覧"),
                Map.of("en", "What was promised"),
                List.of("EU", "Japan"),
                Optional.of("https://creativecommons.org/licenses/by/4.0/"),
                Map.of("personal", "no"),
                List.of(OFFER),
                Dataset.Answering.DIRECT,
                new Dataset.Content("file:/secret/place.json", "application/json", "place.json", 1234, "abcd"),
                NOON,
                Optional.empty(),
                version);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static <T> T value(Reading<T> read) {
        return switch (read) {
            case Reading.Read<T>(T value) -> value;
            case Reading.Refused<T> invalid -> throw new AssertionError(invalid.sentence());
        };
    }

    static String refusal(Reading<?> read) {
        return switch (read) {
            case Reading.Read<?>(Object value) -> throw new AssertionError("was taken: " + value);
            case Reading.Refused<?> invalid -> invalid.sentence();
        };
    }
}
