package org.hasekura.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hasekura.identity.SelfIssuedToken.IssuerClaim;
import org.hasekura.tests.fuzz.Target;

/** Who somebody says they are: tokens, DIDs, DID documents, and participants as a register holds them. */
public final class IdentityTargets {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Did CARS = new Did("did:web:cars.example.de");
    private static final Did CELLS = new Did("did:web:cells.example.jp");
    private static final SigningKey KEY = SigningKey.generate("token-1", new Random(1));
    private static final DidDocument DOCUMENT = DidDocument.ofNode(CARS, KEY, List.of());
    private static final TokenRules RULES = TokenRules.of(CELLS);

    private static final String PARTICIPANT = """
            {"did":"did:web:cells.example.jp","facts":[{"name":"role","value":"processor","source":"s",\
            "from":"2026-01-01","to":"2026-06-30","recordedAt":"2026-01-02T00:00:00Z"}],"safeguards":[{"type":"SCC",\
            "attributes":{"module":1},"source":"s","from":"2026-02-01"}]}""";

    private IdentityTargets() {}

    public static List<Target> all() {
        SelfIssuedToken right = SelfIssuedToken.of(CARS, CELLS, "id-1", NOW);
        String claims = new String(TokenJson.claims(right), StandardCharsets.UTF_8);
        String header = new String(TokenJson.header(CARS.url("token-1")), StandardCharsets.UTF_8);
        return List.of(
                Target.text("identity/dids", List.of("did:web:node.example.org%3A8443:cars", "did:web:a.b"), input -> {
                    if (Did.parse(input, Admission.DEVELOPMENT) instanceof Did.Parse.Parsed(Did did)
                            && did.documentUrl().getRawUserInfo() != null) {
                        throw new IllegalStateException("`" + input + "` leads to " + did.documentUrl());
                    }
                }),
                new Target(
                        "identity/did-documents",
                        List.of(DidDocumentJson.write(DOCUMENT)),
                        Target.again(
                                input -> DidDocumentJson.read(input, Admission.DEVELOPMENT)
                                                instanceof DidDocumentJson.Read.Document(DidDocument document)
                                        ? Optional.of(document)
                                        : Optional.empty(),
                                DidDocumentJson::write)),
                new Target(
                        "identity/participants",
                        Target.bytes(List.of(PARTICIPANT)),
                        Target.again(
                                input -> ParticipantJson.read(input, Admission.DEVELOPMENT, NOW)
                                                instanceof
                                                ParticipantJson.Read.Participants(List<Participant> participants)
                                        ? Optional.of(participants)
                                        : Optional.empty(),
                                ParticipantJson::write)),
                Target.text("identity/tokens", List.of(right.signedBy(KEY)), input -> {
                    if (check(input) instanceof TokenCheck.Accepted && !input.equals(right.signedBy(KEY))) {
                        throw new IllegalStateException("accepted: " + input);
                    }
                }),
                // Signed by the right key, whatever they say: what is behind the signature is fuzzed, too.
                Target.text("identity/token-claims", List.of(header + "\n" + claims), input -> {
                    int end = Math.max(0, input.indexOf('\n'));
                    String signed = encoded(input.substring(0, end)) + "."
                            + encoded(input.substring(end).strip());
                    check(signed + "." + Base64Url.encode(KEY.sign(signed.getBytes(StandardCharsets.US_ASCII))));
                }));
    }

    private static TokenCheck check(String compact) {
        return switch (SelfIssuedToken.claimedIssuer(compact, Admission.DEVELOPMENT)) {
            case IssuerClaim.Refused(TokenCheck.Rejected rejection) -> rejection;
            case IssuerClaim.Claimed(UnverifiedToken token) -> SelfIssuedToken.verify(token, DOCUMENT, RULES, NOW);
        };
    }

    private static String encoded(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
