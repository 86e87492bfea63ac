package org.hasekura.identity;

import java.util.Map;
import java.util.Optional;

/**
 * One service that a participant announces in its DID document. Source: W3C DID Core 1.0 §5.4.
 *
 * @param id the whole DID URL
 * @param type one of the constants here, or another party's
 */
public record Service(String id, String type, Endpoint endpoint) {

    /** The Dataspace Protocol; the endpoint is the URL of its version document (DSP 2025-1 #discovery-of-service-endpoints). */
    public static final String DATA_SERVICE = "DataService";

    /** Our evidence log; the endpoint holds {@code url} (of the tiles) and {@code vkey} (C2SP signed-note verifier key). */
    public static final String TRANSPARENCY_LOG = "TransparencyLog";

    /** Where presentations are asked for (DCP 1.0 #credential-service-endpoint-discovery). */
    public static final String CREDENTIAL_SERVICE = "CredentialService";

    /** Where a service is to be had: a URL, or named values. */
    public sealed interface Endpoint {

        /** The address: of {@link Properties} the value named {@code url} or {@code uri}. */
        Optional<String> address();

        record Url(String url) implements Endpoint {
            @Override
            public Optional<String> address() {
                return Optional.of(url);
            }
        }

        record Properties(Map<String, String> values) implements Endpoint {
            public Properties {
                values = Map.copyOf(values);
            }

            @Override
            public Optional<String> address() {
                return Optional.ofNullable(values.getOrDefault("url", values.get("uri")));
            }
        }
    }

    /** The service of the Dataspace Protocol, reached by its version document. */
    public static Service dataService(Did did, String versionDocumentUrl) {
        return new Service(did.url("dsp"), DATA_SERVICE, new Endpoint.Url(versionDocumentUrl));
    }

    /** The evidence log, with the key that its checkpoints are checked by. */
    public static Service transparencyLog(Did did, String url, String verifierKey) {
        return new Service(
                did.url("log"), TRANSPARENCY_LOG, new Endpoint.Properties(Map.of("url", url, "vkey", verifierKey)));
    }
}
