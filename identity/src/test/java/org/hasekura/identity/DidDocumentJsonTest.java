package org.hasekura.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CARS_DOCUMENT;
import static org.hasekura.identity.Tokens.CARS_KEY;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A DID document")
class DidDocumentJsonTest {

    private static final String ID = "\"id\":\"did:web:cars.example.de\"";

    @Test
    @DisplayName("of a node is written as one text, and read back equal")
    void writes() {
        DidDocument document = DidDocument.ofNode(
                CARS,
                CARS_KEY,
                List.of(
                        Service.dataService(CARS, "https://cars.example.de/.well-known/dspace-version"),
                        Service.transparencyLog(CARS, "https://cars.example.de/log", "cars.example.de+00000000+AA=="),
                        new Service(
                                CARS.url("credentials"),
                                Service.CREDENTIAL_SERVICE,
                                new Service.Endpoint.Url("https://cars.example.de/credentials"))));

        byte[] body = DidDocumentJson.write(document);

        assertThat(new String(body, UTF_8))
                .isEqualTo("""
                {"@context":["https://www.w3.org/ns/did/v1","https://w3id.org/security/suites/jws-2020/v1"],\
                "authentication":["did:web:cars.example.de#token-1"],\
                "capabilityInvocation":["did:web:cars.example.de#token-1"],\
                "id":"did:web:cars.example.de",\
                "service":[\
                {"id":"did:web:cars.example.de#dsp","serviceEndpoint":\
                "https://cars.example.de/.well-known/dspace-version","type":"DataService"},\
                {"id":"did:web:cars.example.de#log","serviceEndpoint":\
                {"url":"https://cars.example.de/log","vkey":"cars.example.de+00000000+AA=="},"type":"TransparencyLog"},\
                {"id":"did:web:cars.example.de#credentials","serviceEndpoint":\
                "https://cars.example.de/credentials","type":"CredentialService"}],\
                "verificationMethod":[{"controller":"did:web:cars.example.de","id":"did:web:cars.example.de#token-1",\
                "publicKeyJwk":{"crv":"Ed25519","kty":"OKP","x":"%s"},"type":"JsonWebKey2020"}]}""".formatted(CARS_KEY.publicKeyJwk().x()));
        assertThat(DidDocumentJson.read(body, Admission.PRODUCTION))
                .isEqualTo(new DidDocumentJson.Read.Document(document));
    }

    @Test
    @DisplayName("holds its key as a JWK that another implementation reads")
    void jwkReadByNimbus() throws Exception {
        JsonNode root = StrictJson.MAPPER.readTree(DidDocumentJson.write(CARS_DOCUMENT));

        JWK jwk = JWK.parse(root.at("/verificationMethod/0/publicKeyJwk").toString());

        assertThat(jwk.toOctetKeyPair().getDecodedX()).isEqualTo(CARS_KEY.publicKeyBytes());
    }

    @Test
    @DisplayName("is read with both curves, short references, methods inside relationships, and members we do not know")
    void readsOthers() {
        DidDocument document = read("""
                {"@context": "anything", %s, "alsoKnownAs": ["x"],
                 "verificationMethod": [
                   {"id": "#a", "type": "JsonWebKey", "controller": "did:web:cars.example.de", "more": 1,
                    "publicKeyJwk": {"kty": "EC", "crv": "P-256", "kid": "a",
                      "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
                      "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}},
                   {"id": "#b", "type": "Multikey", "publicKeyMultibase": "z6Mk"},
                   {"id": "#c", "type": "JsonWebKey2020", "publicKeyJwk": {"kty": "EC", "crv": "secp256k1"}}],
                 "authentication": ["#a", {"id": "#d", "type": "JsonWebKey2020", "publicKeyJwk":
                   {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}],
                 "assertionMethod": ["did:web:cars.example.de#a"],
                 "service": [
                   {"id": "#s", "type": ["CredentialService", "Other"], "serviceEndpoint": "https://cars.example.de/c"},
                   {"id": "#t", "type": "Hub", "serviceEndpoint": ["https://one.example", {"uri": "https://two.example",
                     "accept": ["x"]}]}]}""".formatted(ID));

        assertThat(document.verificationMethods())
                .extracting(method -> method.id() + " " + method.key().map(PublicKeyJwk::algorithm))
                .containsExactly(
                        "did:web:cars.example.de#a Optional[ES256]",
                        "did:web:cars.example.de#b Optional.empty",
                        "did:web:cars.example.de#c Optional.empty",
                        "did:web:cars.example.de#d Optional[EdDSA]");
        assertThat(document.authentication()).isEqualTo(Set.of(CARS.url("a"), CARS.url("d")));
        assertThat(document.assertionMethod()).isEqualTo(Set.of(CARS.url("a")));
        assertThat(document.capabilityInvocation()).isEmpty();
        assertThat(document.service("CredentialService")
                        .orElseThrow()
                        .endpoint()
                        .address())
                .contains("https://cars.example.de/c");
        assertThat(document.services())
                .extracting(service -> service.endpoint().address())
                .contains(Optional.of("https://one.example"), Optional.of("https://two.example"));
    }

    @Test
    @DisplayName("gives no key that another DID controls")
    void foreignController() {
        DidDocument document = read("""
                {%s, "verificationMethod": [{"id": "#a", "type": "JsonWebKey2020", "controller": "did:web:evil.example",
                  "publicKeyJwk": {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}]}""".formatted(ID));

        assertThat(document.verificationMethods().getFirst().key()).isEmpty();
    }

    @Test
    @DisplayName("is refused in words that name the place")
    void refused() {
        Map<String, String> wordsByText = Map.ofEntries(
                Map.entry("[]", "not a JSON object"),
                Map.entry("{}", "`id`: `` is not a did:web; give one such as `did:web:node.example.org`"),
                Map.entry("{\"id\": 1}", "`id`: `` is not a did:web; give one such as `did:web:node.example.org`"),
                Map.entry(
                        "{" + ID + ", \"verificationMethod\": {}}",
                        "`verificationMethod` is not a list of at most 64 entries"),
                Map.entry("{" + ID + ", \"verificationMethod\": [{}]}", "no text `id`"),
                Map.entry("{" + ID + ", \"authentication\": [7]}", "an entry of `authentication` is not text"),
                Map.entry(
                        "{" + ID + ", \"service\": [{\"id\": \"#s\", \"type\": \"T\", \"serviceEndpoint\": 7}]}",
                        "`serviceEndpoint` is neither text nor an object"),
                Map.entry(
                        withMethods(method("a", "\"x\": \"AA\""), ""),
                        "`publicKeyJwk` of `did:web:cars.example.de#a`: a coordinate that is not 32 bytes in base64url without padding"),
                Map.entry(
                        withMethods(method("a", "\"d\": \"AA\""), ""),
                        "`publicKeyJwk` of `did:web:cars.example.de#a` holds a private key; replace that key"),
                Map.entry(
                        withMethods(rightMethod("a") + "," + rightMethod("a"), ""),
                        "two verification methods `did:web:cars.example.de#a`"),
                Map.entry(
                        withMethods(rightMethod("a"), ", \"authentication\": [" + rightMethod("a") + "]"),
                        "two verification methods `did:web:cars.example.de#a`"));

        wordsByText.forEach(
                (text, words) -> assertThat(DidDocumentJson.read(text.getBytes(UTF_8), Admission.PRODUCTION))
                        .as(text)
                        .isEqualTo(new DidDocumentJson.Read.Unreadable("DID document: " + words)));
    }

    @Test
    @DisplayName("is refused when too long, too deep, with a member twice, or cut off")
    void limits() {
        String filler = " ".repeat(DidDocumentJson.DOCUMENT_BYTES_MAX);
        for (String text : List.of(
                "{" + ID + "}" + filler,
                "{" + ID + ", \"x\": " + "[".repeat(17) + "]".repeat(17) + "}",
                "{" + ID + "," + ID + "}",
                "{" + ID,
                "{" + ID + "} {}",
                "")) {
            assertThat(DidDocumentJson.read(text.getBytes(UTF_8), Admission.PRODUCTION))
                    .as(text.strip())
                    .isInstanceOf(DidDocumentJson.Read.Unreadable.class);
        }
    }

    @Test
    @DisplayName("of localhost is read in development mode alone")
    void localhost() {
        byte[] body = "{\"id\":\"did:web:localhost%3A8080\"}".getBytes(UTF_8);

        assertThat(DidDocumentJson.read(body, Admission.PRODUCTION))
                .isInstanceOf(DidDocumentJson.Read.Unreadable.class);
        assertThat(DidDocumentJson.read(body, Admission.DEVELOPMENT)).isInstanceOf(DidDocumentJson.Read.Document.class);
    }

    private static String withMethods(String methods, String more) {
        return "{" + ID + ", \"verificationMethod\": [" + methods + "]" + more + "}";
    }

    private static String rightMethod(String fragment) {
        return method(fragment, "\"x\": \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"");
    }

    private static String method(String fragment, String member) {
        return "{\"id\": \"#" + fragment + "\", \"type\": \"JsonWebKey2020\", \"publicKeyJwk\": "
                + "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", " + member + "}}";
    }

    private static DidDocument read(String text) {
        return switch (DidDocumentJson.read(text.getBytes(UTF_8), Admission.PRODUCTION)) {
            case DidDocumentJson.Read.Document(DidDocument document) -> document;
            case DidDocumentJson.Read.Unreadable(String words) -> throw new AssertionError(words);
        };
    }
}
