package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.List;
import org.hasekura.policy.Reading;
import tools.jackson.core.JsonGenerator;

/** The version document, plain JSON at {@code /.well-known/dspace-version}. DSP 2025-1 #exposure-of-dataspace-protocol-versions. */
public final class VersionJson {

    /** Where the document lies, relative to the root that peers know. */
    public static final String WELL_KNOWN = "/.well-known/dspace-version";

    private static final int VERSIONS_MAX = 100;
    private static final int PROFILES_MAX = 20;

    private VersionJson() {}

    public static byte[] write(List<ProtocolVersion> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a version document names at least one version");
        }
        return DspJson.plain(json -> {
            json.writeStartObject();
            json.writeName("protocolVersions");
            json.writeStartArray();
            versions.forEach(each -> version(json, each));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /**
     * The entry to speak: version {@code 2025-1} over HTTPS; of several the one authorised by DCP, or else the first.
     * Entries of other versions need no more than a name: what older or newer peers add does no harm.
     */
    public static Reading<ProtocolVersion> pick(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, VersionJson::pick);
    }

    private static ProtocolVersion pick(Fields document) {
        List<ProtocolVersion> usable = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Fields entry : document.items("protocolVersions", VERSIONS_MAX, Fields.Item::object)) {
            String version = entry.text("version");
            if (version.equals(ProtocolVersion.SPOKEN) && entry.text("binding").equals(ProtocolVersion.HTTPS)) {
                usable.add(version(entry));
            } else {
                others.add(Fields.shown(version));
            }
        }
        return usable.stream()
                .filter(each -> each.auth()
                        .filter(auth -> auth.protocol().equals(ProtocolVersion.DCP))
                        .isPresent())
                .findFirst()
                .or(() -> usable.stream().findFirst())
                .orElseThrow(() -> document.invalid(
                        "protocolVersions",
                        (others.isEmpty() ? "is missing or empty" : "offers " + String.join(", ", others))
                                + "; this node speaks `" + ProtocolVersion.SPOKEN + "` over `HTTPS` only"));
    }

    private static ProtocolVersion version(Fields entry) {
        String path = entry.text("path");
        if (!ProtocolVersion.isPath(path)) {
            throw entry.invalid(
                    "path", "is " + Fields.shown(path) + "; expected an absolute path such as `/dsp/2025-1`");
        }
        return new ProtocolVersion(
                entry.text("version"),
                path,
                entry.optionalText("serviceId"),
                entry.optionalText("identifierType"),
                entry.optionalObject("auth")
                        .map(auth -> new ProtocolVersion.Auth(
                                auth.text("protocol"),
                                auth.text("version"),
                                auth.items("profile", PROFILES_MAX, Fields.Item::text))));
    }

    private static void version(JsonGenerator json, ProtocolVersion version) {
        json.writeStartObject();
        json.writeStringProperty("version", version.version());
        json.writeStringProperty("path", version.path());
        json.writeStringProperty("binding", ProtocolVersion.HTTPS);
        version.serviceId().ifPresent(each -> json.writeStringProperty("serviceId", each));
        version.identifierType().ifPresent(each -> json.writeStringProperty("identifierType", each));
        version.auth().ifPresent(auth -> {
            json.writeName("auth");
            json.writeStartObject();
            json.writeStringProperty("protocol", auth.protocol());
            json.writeStringProperty("version", auth.version());
            DspJson.texts(json, "profile", auth.profiles());
            json.writeEndObject();
        });
        json.writeEndObject();
    }
}
