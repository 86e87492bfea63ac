package org.hasekura.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hasekura.identity.Service.Endpoint;
import org.hasekura.identity.StrictJson.Shape;
import tools.jackson.databind.JsonNode;

/**
 * DID documents as JSON (W3C DID Core 1.0 §6.2), with keys as {@code JsonWebKey2020} or {@code JsonWebKey}.
 *
 * <p>Read as plain JSON: the meaning of {@code @context} is fixed by the specification, and nothing is fetched for it.
 * Members we do not know are passed over; members we know must have the shape we know.
 */
public final class DidDocumentJson {

    /** Longer documents are refused before they are read. */
    public static final int DOCUMENT_BYTES_MAX = 64 * 1024;

    private static final int ENTRIES_MAX = 64;
    private static final List<String> CONTEXT =
            List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1");

    private DidDocumentJson() {}

    /** The answer to "is this a DID document?". */
    public sealed interface Read {
        record Document(DidDocument document) implements Read {}

        record Unreadable(String words) implements Read {}
    }

    /** Reads a document as another party publishes it. */
    public static Read read(byte[] body, Admission admission) {
        return switch (StrictJson.object(body, DOCUMENT_BYTES_MAX)) {
            case StrictJson.Read.Unreadable(String words) -> new Read.Unreadable("DID document: " + words);
            case StrictJson.Read.Json(JsonNode root) -> {
                try {
                    yield new Read.Document(new Reader(admission).document(root));
                } catch (Shape fault) {
                    yield new Read.Unreadable("DID document: " + fault.words());
                }
            }
        };
    }

    /**
     * The one text of the document: members sorted by name, no space between them (RFC 8785; there are no numbers).
     *
     * <p>The same document always gives the same bytes, so that its hash can stand in evidence.
     */
    public static byte[] write(DidDocument document) {
        Map<String, Object> root = new TreeMap<>();
        root.put("@context", CONTEXT);
        root.put("id", document.id().text());
        root.put(
                "verificationMethod",
                document.verificationMethods().stream()
                        .map(method -> methodMembers(document.id(), method))
                        .toList());
        putUnlessEmpty(root, "authentication", document.authentication());
        putUnlessEmpty(root, "assertionMethod", document.assertionMethod());
        putUnlessEmpty(root, "capabilityInvocation", document.capabilityInvocation());
        if (!document.services().isEmpty()) {
            root.put(
                    "service",
                    document.services().stream()
                            .map(DidDocumentJson::serviceMembers)
                            .toList());
        }
        return StrictJson.MAPPER.writeValueAsBytes(root);
    }

    private static void putUnlessEmpty(Map<String, Object> root, String member, Set<String> ids) {
        if (!ids.isEmpty()) {
            root.put(member, new TreeSet<>(ids));
        }
    }

    private static Map<String, Object> methodMembers(Did controller, VerificationMethod method) {
        Map<String, Object> members = new TreeMap<>();
        members.put("id", method.id());
        members.put("type", method.type());
        members.put("controller", controller.text());
        method.key().ifPresent(key -> members.put("publicKeyJwk", jwk(key)));
        return members;
    }

    private static Map<String, Object> jwk(PublicKeyJwk key) {
        Map<String, Object> members = new TreeMap<>();
        members.put("x", key.x());
        switch (key.algorithm()) {
            case EdDSA -> {
                members.put("kty", "OKP");
                members.put("crv", "Ed25519");
            }
            case ES256 -> {
                members.put("kty", "EC");
                members.put("crv", "P-256");
                members.put("y", key.y().orElseThrow());
            }
        }
        return members;
    }

    private static Map<String, Object> serviceMembers(Service service) {
        Map<String, Object> members = new TreeMap<>();
        members.put("id", service.id());
        members.put("type", service.type());
        members.put(
                "serviceEndpoint",
                switch (service.endpoint()) {
                    case Endpoint.Url(String url) -> url;
                    case Endpoint.Properties(Map<String, String> values) -> new TreeMap<>(values);
                });
        return members;
    }

    /** One document being read. */
    private static final class Reader {

        private final Admission admission;
        private final Map<String, VerificationMethod> methods = new LinkedHashMap<>();

        Reader(Admission admission) {
            this.admission = admission;
        }

        DidDocument document(JsonNode root) throws Shape {
            Did id = switch (Did.parse(StrictJson.text(root, "id").orElse(""), admission)) {
                case Did.Parse.Parsed(Did did) -> did;
                case Did.Parse.Malformed(String words) -> throw new Shape("`id`: " + words);
            };
            for (JsonNode method : StrictJson.list(root, "verificationMethod", ENTRIES_MAX)) {
                addMethod(id, method);
            }
            // Relationships may hold methods of their own, so they are read before the list of methods is closed.
            Set<String> authentication = relationship(id, root, "authentication");
            Set<String> assertionMethod = relationship(id, root, "assertionMethod");
            Set<String> capabilityInvocation = relationship(id, root, "capabilityInvocation");
            return new DidDocument(
                    id,
                    List.copyOf(methods.values()),
                    authentication,
                    assertionMethod,
                    capabilityInvocation,
                    services(id, root));
        }

        private String addMethod(Did did, JsonNode method) throws Shape {
            String id = absolute(did, StrictJson.textOf(method, "id"));
            String type = StrictJson.textOf(method, "type");
            if (methods.containsKey(id)) {
                throw new Shape("two verification methods `" + Words.shown(id) + "`");
            }
            if (methods.size() == ENTRIES_MAX) {
                throw new Shape("more than " + ENTRIES_MAX + " verification methods");
            }
            boolean isOwn =
                    StrictJson.text(method, "controller").orElse(did.text()).equals(did.text());
            boolean isJwk = type.equals(VerificationMethod.JSON_WEB_KEY) || type.equals("JsonWebKey");
            JsonNode jwk = method.path("publicKeyJwk");
            // A key that another DID controls does not speak for this one.
            methods.put(id, new VerificationMethod(id, type, isOwn && isJwk ? key(id, jwk) : Optional.empty()));
            return id;
        }

        private Optional<PublicKeyJwk> key(String id, JsonNode jwk) throws Shape {
            if (jwk.has("d")) {
                throw new Shape("`publicKeyJwk` of `" + Words.shown(id) + "` holds a private key; replace that key");
            }
            String x = StrictJson.text(jwk, "x").orElse("");
            String y = StrictJson.text(jwk, "y").orElse("");
            String kind = StrictJson.text(jwk, "kty").orElse("") + " "
                    + StrictJson.text(jwk, "crv").orElse("");
            return switch (kind) {
                case "OKP Ed25519" -> usable(id, PublicKeyJwk.ed25519(x));
                case "EC P-256" -> usable(id, PublicKeyJwk.p256(x, y));
                default -> Optional.empty();
            };
        }

        private Optional<PublicKeyJwk> usable(String id, PublicKeyJwk.Parse parse) throws Shape {
            return switch (parse) {
                case PublicKeyJwk.Parse.Parsed(PublicKeyJwk key) -> Optional.of(key);
                case PublicKeyJwk.Parse.Unusable(String words) ->
                    throw new Shape("`publicKeyJwk` of `" + Words.shown(id) + "`: " + words);
            };
        }

        /** The identifiers a relationship names; a method written out in it is added to the document's. */
        private Set<String> relationship(Did did, JsonNode root, String member) throws Shape {
            Set<String> ids = new HashSet<>();
            for (JsonNode entry : StrictJson.list(root, member, ENTRIES_MAX)) {
                ids.add(entry.isObject() ? addMethod(did, entry) : absolute(did, string(entry, member)));
            }
            return ids;
        }

        /** The services; one whose endpoint is a list counts once for each entry. */
        private List<Service> services(Did did, JsonNode root) throws Shape {
            List<Service> services = new ArrayList<>();
            for (JsonNode service : StrictJson.list(root, "service", ENTRIES_MAX)) {
                String id = absolute(did, StrictJson.textOf(service, "id"));
                JsonNode endpoint = service.path("serviceEndpoint");
                JsonNode types = service.path("type");
                String type =
                        types.isArray() && !types.isEmpty() ? string(types.get(0), "type") : string(types, "type");
                if (endpoint.isArray()) {
                    for (JsonNode entry : StrictJson.list(service, "serviceEndpoint", ENTRIES_MAX)) {
                        services.add(new Service(id, type, endpoint(entry)));
                    }
                } else {
                    services.add(new Service(id, type, endpoint(endpoint)));
                }
            }
            return services;
        }

        private Endpoint endpoint(JsonNode endpoint) throws Shape {
            if (endpoint.isString()) {
                return new Endpoint.Url(endpoint.stringValue());
            }
            if (!endpoint.isObject()) {
                throw new Shape("`serviceEndpoint` is neither text nor an object");
            }
            Map<String, String> values = new TreeMap<>();
            endpoint.properties().forEach(member -> {
                if (member.getValue().isString()) {
                    values.put(member.getKey(), member.getValue().stringValue());
                }
            });
            return new Endpoint.Properties(values);
        }

        private static String string(JsonNode value, String member) throws Shape {
            if (!value.isString()) {
                throw new Shape("an entry of `" + member + "` is not text");
            }
            return value.stringValue();
        }

        /** DID Core 1.0 §3.2.2: a reference that begins with its fragment is relative to the document's DID. */
        private static String absolute(Did did, String reference) {
            return reference.startsWith("#") ? did.text() + reference : reference;
        }
    }
}
