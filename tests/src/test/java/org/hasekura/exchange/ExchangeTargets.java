package org.hasekura.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
import org.hasekura.tests.fuzz.Target;

/** What peers say and answer in the Dataspace Protocol. */
public final class ExchangeTargets {

    private static final int MAX = 1 << 20;
    private static final URI CALLBACK = URI.create("https://buyer.example/dsp/2025-1");
    private static final Pids PIDS = new Pids("urn:uuid:8d0f", "urn:uuid:41c2");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Terms TERMS = Terms.permitting(Permission.use(
                    Constraint.Atomic.of("purpose", Operator.IS_ANY_OF, "research", "reporting"),
                    new Constraint.Logical(
                            Constraint.Join.OR,
                            List.of(
                                    Constraint.Atomic.of("dateTime", Operator.LT, "2027-01-01T00:00:00Z"),
                                    Constraint.Atomic.of("spatial", Operator.EQ, "JP")))))
            .prohibiting(Prohibition.of(Action.DISTRIBUTE))
            .obliging(List.of(Duty.of("delete")));
    private static final Offer OFFER = new Offer("offer-1", TERMS);

    private ExchangeTargets() {}

    public static List<Target> all() {
        return List.of(
                messages("exchange/negotiation-messages", negotiation(), NegotiationJson::write, NegotiationJson::read),
                messages("exchange/transfer-messages", transfer(), TransferJson::write, TransferJson::read),
                read(
                        "exchange/negotiation-states",
                        List.of(NegotiationJson.writeView(PIDS, NegotiationState.AGREED)),
                        NegotiationJson::readView),
                read(
                        "exchange/transfer-states",
                        List.of(TransferJson.writeView(PIDS, TransferState.STARTED)),
                        TransferJson::readView),
                read(
                        "exchange/errors",
                        List.of(ErrorJson.write(
                                DspError.of(DspError.Kind.NEGOTIATION, PIDS, Reason.of("law", "no ground")))),
                        ErrorJson::read),
                read(
                        "exchange/catalog-requests",
                        Target.bytes(List.of(
                                CatalogJson.writeRequest(),
                                CatalogJson.writeRequest().replace("}", ",\"filter\":[{\"text\":\"a\"}]}"))),
                        CatalogJson::readRequest),
                read("exchange/catalogs", List.of(catalog()), CatalogJson::readCatalog),
                read(
                        "exchange/datasets",
                        List.of(CatalogJson.write(DatasetJson.write(dataset(), CALLBACK))),
                        CatalogJson::readDataset),
                read("exchange/versions", Target.bytes(List.of("""
                                {"protocolVersions":[{"version":"2025-1","path":"/dsp/2025-1","binding":"HTTPS"}]}""")), VersionJson::pick),
                Target.text(
                        "exchange/continuations",
                        List.of(
                                new ContinuationToken.AfterId("register").encoded(),
                                new ContinuationToken.AfterNumber(7, CatalogFilter.NONE).encoded()),
                        ExchangeTargets::continued),
                Target.text(
                        "exchange/links",
                        List.of("<https://a.example/x?y>; rel=\"next prev\"; title=\"a, b\", </z>;rel=next"),
                        LinkHeader::parse));
    }

    private static void continued(String input) {
        if (ContinuationToken.parse(input) instanceof Reading.Read<ContinuationToken>(ContinuationToken token)
                && !(ContinuationToken.parse(token.encoded())
                                instanceof Reading.Read<ContinuationToken>(ContinuationToken again)
                        && again.equals(token))) {
            throw new IllegalStateException("is another after it was written: " + token);
        }
    }

    private static <M> Target messages(
            String name, List<M> samples, Function<M, String> write, BiFunction<byte[], Integer, Reading<M>> read) {
        return new Target(
                name,
                Target.bytes(samples.stream().map(write).toList()),
                Target.again(
                        input -> read.apply(input, MAX) instanceof Reading.Read<M>(M message)
                                ? Optional.of(message)
                                : Optional.empty(),
                        message -> write.apply(message).getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> Target read(String name, List<byte[]> seeds, BiFunction<byte[], Integer, Reading<T>> read) {
        return Target.read(name, seeds, input -> read.apply(input, MAX));
    }

    private static List<NegotiationMessage> negotiation() {
        return List.of(
                new NegotiationMessage.Request(PIDS.consumerPid(), CALLBACK, OFFER, "register"),
                new NegotiationMessage.CounterRequest(PIDS, OFFER, "register"),
                new NegotiationMessage.InitialOffer(PIDS.providerPid(), CALLBACK, OFFER, "register"),
                new NegotiationMessage.Offered(PIDS, OFFER, "register"),
                new NegotiationMessage.Accepted(PIDS),
                new NegotiationMessage.Agreed(
                        PIDS,
                        new Agreement(
                                "urn:uuid:77aa",
                                "register",
                                "did:web:maker.example",
                                "did:web:buyer.example",
                                NOON,
                                TERMS)),
                new NegotiationMessage.Verified(PIDS),
                new NegotiationMessage.Finalized(PIDS),
                new NegotiationMessage.Terminated(PIDS, Optional.of("law"), List.of("no ground", "根拠がない")));
    }

    private static List<TransferMessage> transfer() {
        var address = new DataAddress(
                "https://w3id.org/idsa/v4.1/HTTP",
                Optional.of("https://maker.example/data/1"),
                Map.of("authorization", "token", "authType", "bearer"));
        return List.of(
                new TransferMessage.Request(
                        PIDS.consumerPid(), "urn:uuid:77aa", DatasetJson.PULL, CALLBACK, Optional.empty()),
                new TransferMessage.Start(PIDS, Optional.of(address)),
                new TransferMessage.Suspension(PIDS, Optional.empty(), List.of("maintenance")),
                new TransferMessage.Completion(PIDS),
                new TransferMessage.Termination(PIDS, Optional.of("stop"), List.of()));
    }

    private static byte[] catalog() {
        return CatalogJson.write(
                CatalogJson.writeHead("urn:uuid:1", "did:web:maker.example", CALLBACK),
                List.of(DatasetJson.write(dataset(), CALLBACK)));
    }

    private static Dataset dataset() {
        return new Dataset(
                "register",
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
                1);
    }
}
