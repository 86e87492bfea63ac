package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A DID document as it was fetched, to show whose keys signed (W3C DID Core 1.0). Of its content only the
 * {@code TransparencyLog} services matter here: their endpoint is an object with {@code url} and {@code vkey}.
 *
 * @param did whose document it is
 * @param body its text, unchanged
 */
public record DidDocument(String did, String body) {

    /** Type of the service that names the log's key. */
    public static final String SERVICE_TYPE = "TransparencyLog";

    /** Largest document that is read, in bytes. */
    public static final int BYTES_MAX = 1 << 16;

    /** The log keys that the document names; malformed if it is not the document of this DID or names no key rightly. */
    public Parsed<List<VerifierKey>> logKeys() {
        return Parsed.reading(this::readLogKeys);
    }

    private List<VerifierKey> readLogKeys() throws MalformedException {
        Json json = JsonReader.read(body.getBytes(StandardCharsets.UTF_8), BYTES_MAX, true);
        if (!(json instanceof Json.Fields document)) {
            throw new MalformedException("it is not a JSON object");
        }
        String id = document.text("id").orElseThrow(() -> new MalformedException("it has no `id`"));
        if (!id.equals(did)) {
            throw new MalformedException("it is the document of `" + Texts.shown(id) + "`");
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (Json service : document.items("service")) {
            if (service instanceof Json.Fields fields && isLog(fields)) {
                keys.add(vkey(fields));
            }
        }
        return keys;
    }

    /** DID Core lets a service have one type or several. */
    private static boolean isLog(Json.Fields service) {
        Json type = new Json.Text(SERVICE_TYPE);
        return type.equals(service.values().get("type"))
                || service.items("type").contains(type);
    }

    private static VerifierKey vkey(Json.Fields service) throws MalformedException {
        if (service.values().get("serviceEndpoint") instanceof Json.Fields endpoint) {
            return VerifierKey.read(
                    endpoint.text("vkey").orElseThrow(() -> new MalformedException("its log service has no `vkey`")));
        }
        throw new MalformedException("the endpoint of its log service is not an object with `url` and `vkey`");
    }

    /**
     * Whether a key that the document names is this one: the same name and key bytes. The signature type may differ,
     * since a node may log and cosign with one key under one name (C2SP signed-note).
     */
    static boolean isSameKey(VerifierKey named, VerifierKey signer) {
        return named.name().equals(signer.name()) && Arrays.equals(named.key(), signer.key());
    }
}
