package org.hasekura.identity;

import static org.hasekura.identity.TokenCheck.Reason;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.hasekura.identity.SelfIssuedToken.IssuerClaim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * Self-issued tokens as compact JWS (RFC 7515 §3.1) with JWT claims (RFC 7519 §4.1).
 *
 * <p>Of the header only {@code alg}, {@code typ}, {@code kid}, {@code crit} and {@code b64} are looked at. Keys and
 * addresses of keys that a token brings along ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) are never read: keys
 * come from the DID document alone.
 */
final class TokenJson {

    private static final long LATEST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private TokenJson() {}

    static byte[] header(String keyId) {
        return bytes(Map.of("alg", PublicKeyJwk.Algorithm.EdDSA.name(), "kid", keyId, "typ", "JWT"));
    }

    static byte[] claims(SelfIssuedToken token) {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", token.issuer().text());
        claims.put("sub", token.issuer().text());
        claims.put("aud", token.audience().text());
        claims.put("jti", token.tokenId());
        claims.put("iat", token.issuedAt().getEpochSecond());
        claims.put("exp", token.expiresAt().getEpochSecond());
        token.notBefore().ifPresent(from -> claims.put("nbf", from.getEpochSecond()));
        return bytes(claims);
    }

    private static byte[] bytes(Map<String, ?> members) {
        return StrictJson.MAPPER.writeValueAsBytes(new TreeMap<>(members));
    }

    /** Reads the compact form; whoever only sends garbage gets no document fetched. */
    static IssuerClaim read(String compact, Admission admission) {
        if (compact.length() > TokenRules.TOKEN_CHARACTERS_MAX) {
            return refused(
                    Reason.TOO_LARGE, compact.length() + " characters; at most " + TokenRules.TOKEN_CHARACTERS_MAX);
        }
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            return refused(Reason.MALFORMED, parts.length + " parts instead of header, claims and signature");
        }
        Optional<byte[]> header = Base64Url.decode(parts[0]);
        Optional<byte[]> claims = Base64Url.decode(parts[1]);
        Optional<byte[]> signature = Base64Url.decode(parts[2]);
        if (header.isEmpty() || claims.isEmpty() || signature.isEmpty()) {
            return refused(Reason.MALFORMED, "a part that is not base64url without padding");
        }
        byte[] signingInput =
                compact.substring(0, parts[0].length() + 1 + parts[1].length()).getBytes(StandardCharsets.US_ASCII);
        return switch (StrictJson.object(header.get(), TokenRules.TOKEN_CHARACTERS_MAX)) {
            case StrictJson.Read.Unreadable(String words) -> refused(Reason.MALFORMED, "header: " + words);
            case StrictJson.Read.Json(JsonNode headerNode) ->
                switch (StrictJson.object(claims.get(), TokenRules.TOKEN_CHARACTERS_MAX)) {
                    case StrictJson.Read.Unreadable(String words) -> refused(Reason.MALFORMED, "claims: " + words);
                    case StrictJson.Read.Json(JsonNode claimsNode) ->
                        new Reader(headerNode, claimsNode, admission).read(signingInput, signature.get());
                };
        };
    }

    private static IssuerClaim refused(Reason reason, String words) {
        return new IssuerClaim.Refused(new TokenCheck.Rejected(reason, words));
    }

    /** One token being read. */
    private record Reader(JsonNode header, JsonNode claims, Admission admission) {

        IssuerClaim read(byte[] signingInput, byte[] signature) {
            Optional<IssuerClaim> headerFault = headerFault();
            if (headerFault.isPresent()) {
                return headerFault.get();
            }
            Optional<String> issuer = StrictJson.text(claims, "iss");
            if (issuer.isEmpty()) {
                return refused(Reason.ISSUER_NOT_ACCEPTED, "no `iss`");
            }
            return switch (Did.parse(issuer.get(), admission)) {
                case Did.Parse.Malformed(String words) -> refused(Reason.ISSUER_NOT_ACCEPTED, words);
                case Did.Parse.Parsed(Did did) -> readClaims(did, signingInput, signature);
            };
        }

        private Optional<IssuerClaim> headerFault() {
            String algorithm = StrictJson.text(header, "alg").orElse("");
            if (!algorithm.equals("EdDSA") && !algorithm.equals("ES256")) {
                return Optional.of(refused(
                        Reason.ALGORITHM_NOT_ACCEPTED,
                        "`alg` is `" + Words.shown(algorithm) + "`; use EdDSA or ES256"));
            }
            // A token made for another purpose says so here (RFC 8725 §3.11); the plain one may leave it out.
            if (header.has("typ") && !StrictJson.text(header, "typ").orElse("").equalsIgnoreCase("JWT")) {
                return Optional.of(refused(
                        Reason.TYPE_NOT_ACCEPTED,
                        "`typ` is `" + Words.shown(header.path("typ").toString()) + "`; use JWT"));
            }
            // Before `crit`, which a token with an unencoded payload must carry, so that the reason names the cause.
            if (header.has("b64") && !header.path("b64").equals(BooleanNode.TRUE)) {
                return Optional.of(refused(Reason.PAYLOAD_NOT_ENCODED, "`b64` is not true"));
            }
            if (header.has("crit")) {
                return Optional.of(refused(
                        Reason.CRITICAL_HEADER_UNKNOWN,
                        "`crit` asks for `" + Words.shown(header.path("crit").toString()) + "`; none is supported"));
            }
            return header.has("kid") && StrictJson.text(header, "kid").isEmpty()
                    ? Optional.of(refused(Reason.MALFORMED, "`kid` is not a string"))
                    : Optional.empty();
        }

        private IssuerClaim readClaims(Did issuer, byte[] signingInput, byte[] signature) {
            if (!StrictJson.text(claims, "sub").equals(Optional.of(issuer.text()))) {
                return refused(Reason.SUBJECT_DIFFERS, "`sub` is not the `iss`, `" + issuer + "`");
            }
            String tokenId = StrictJson.text(claims, "jti").orElse("");
            if (!TokenRules.isTokenId(tokenId)) {
                return refused(
                        Reason.TOKEN_ID_NOT_ACCEPTED,
                        "`jti` must be 1 to " + TokenRules.TOKEN_ID_CHARACTERS_MAX + " visible ASCII characters");
            }
            OptionalLong issuedAt = second("iat");
            if (issuedAt.isEmpty()) {
                return refused(Reason.ISSUED_AT_MISSING, "no `iat` that is a time");
            }
            OptionalLong expiresAt = second("exp");
            if (expiresAt.isEmpty()) {
                return refused(Reason.EXPIRY_MISSING, "no `exp` that is a time");
            }
            OptionalLong notBefore = second("nbf");
            if (claims.has("nbf") && notBefore.isEmpty()) {
                return refused(Reason.MALFORMED, "`nbf` is not a time");
            }
            if (expiresAt.getAsLong() <= issuedAt.getAsLong()) {
                return refused(Reason.EXPIRED, "`exp` is not after `iat`");
            }
            return switch (Did.parse(audience().orElse(""), admission)) {
                case Did.Parse.Malformed(String words) -> refused(Reason.AUDIENCE_DIFFERS, "`aud`: " + words);
                case Did.Parse.Parsed(Did audience) ->
                    new IssuerClaim.Claimed(new UnverifiedToken(
                            PublicKeyJwk.Algorithm.valueOf(
                                    StrictJson.text(header, "alg").orElseThrow()),
                            StrictJson.text(header, "kid").map(kid -> kid.startsWith("#") ? issuer.text() + kid : kid),
                            new SelfIssuedToken(
                                    issuer,
                                    audience,
                                    tokenId,
                                    Instant.ofEpochSecond(issuedAt.getAsLong()),
                                    notBefore.isPresent()
                                            ? Optional.of(Instant.ofEpochSecond(notBefore.getAsLong()))
                                            : Optional.empty(),
                                    Instant.ofEpochSecond(expiresAt.getAsLong())),
                            signingInput,
                            signature));
            };
        }

        /** One audience as text or as a list of one: a token for several could be played on to the others. */
        private Optional<String> audience() {
            JsonNode audience = claims.path("aud");
            JsonNode only = audience.isArray() && audience.size() == 1 ? audience.get(0) : audience;
            return only.isString() ? Optional.of(only.stringValue()) : Optional.empty();
        }

        /** A NumericDate (RFC 7519 §2) in whole seconds, rounded down; empty if absent or no time until the year 9999. */
        private OptionalLong second(String member) {
            JsonNode value = claims.path(member);
            // As a double, so that a huge exponent costs nothing.
            double seconds = value.isNumber() ? Math.floor(value.doubleValue()) : -1;
            return seconds >= 0 && seconds <= LATEST_SECOND ? OptionalLong.of((long) seconds) : OptionalLong.empty();
        }
    }
}
