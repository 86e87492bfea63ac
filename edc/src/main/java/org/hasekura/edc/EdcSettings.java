package org.hasekura.edc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;

/**
 * The settings of one connector, in EDC's own words.
 *
 * @param name its participant id
 * @param rest how long its state machines rest when nothing was to be done; EDC's default is a second
 * @param ports of this machine: default, management, protocol, control, public, version
 */
record EdcSettings(String name, Duration rest, List<Integer> ports) {

    /** EDC takes twenty at a time by default, which would bound what many negotiations at once can show. */
    private static final int BATCH = 200;

    private static final int CONTEXTS = 6;

    EdcSettings {
        ports = List.copyOf(ports);
    }

    /** With ports that are free now. */
    static EdcSettings of(String name, Duration rest) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        var ports = new ArrayList<Integer>();
        try {
            for (int i = 0; i < CONTEXTS; i++) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.add(socket.getLocalPort());
            }
        } finally {
            for (ServerSocket each : sockets) {
                each.close();
            }
        }
        return new EdcSettings(name, rest, ports);
    }

    URI readiness() {
        return URI.create("http://localhost:" + ports.get(0) + "/api/check/readiness");
    }

    URI management() {
        return URI.create("http://localhost:" + ports.get(1) + "/management");
    }

    /** The base of its DSP 2025-1 endpoints. */
    URI protocol() {
        return URI.create(callback() + "/2025-1");
    }

    /** Without the version: EDC puts it behind by itself. */
    private String callback() {
        return "http://localhost:" + ports.get(2) + "/protocol";
    }

    /** As a properties file. */
    String text() {
        var lines = new StringJoiner("\n", "", "\n");
        lines.add("edc.participant.id=" + name)
                .add("edc.component.id=" + name)
                .add("edc.hostname=localhost")
                .add("edc.mock.region=eu");
        listen(lines, "", 0, "/api");
        listen(lines, "management.", 1, "/management");
        listen(lines, "protocol.", 2, "/protocol");
        listen(lines, "control.", 3, "/control");
        listen(lines, "public.", 4, "/public");
        listen(lines, "version.", 5, "/version");
        lines.add("edc.dsp.callback.address=" + callback())
                .add("edc.dataplane.api.public.baseurl=http://localhost:" + ports.get(4) + "/public");
        KeyPair keys = keys();
        // The names of entries in its vault: in memory, where the settings fill it.
        lines.add("edc.transfer.proxy.token.signer.privatekey.alias=private-key")
                .add("edc.transfer.proxy.token.verifier.publickey.alias=public-key")
                .add("edc.iam.publickeys.own.id=public-key")
                .add("edc.iam.publickeys.own.value=" + pem("PUBLIC KEY", keys.getPublic()))
                .add("private-key=" + pem("PRIVATE KEY", keys.getPrivate()));
        for (String machine : List.of(
                "edc.negotiation.consumer.",
                "edc.negotiation.provider.",
                "edc.transfer.",
                "edc.dataplane.",
                "edc.policy.monitor.")) {
            lines.add(machine + "state-machine.iteration-wait-millis=" + rest.toMillis())
                    .add(machine + "state-machine.batch-size=" + BATCH);
        }
        lines.add("edc.data.plane.selector.state-machine.iteration-wait-millis=" + rest.toMillis());
        return lines.toString();
    }

    private void listen(StringJoiner lines, String context, int port, String path) {
        lines.add("web.http." + context + "port=" + ports.get(port)).add("web.http." + context + "path=" + path);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has the curve P-256", e);
        }
    }

    /** On one line, as a properties file takes it. */
    private static String pem(String what, Key key) {
        return "-----BEGIN " + what + "-----\\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\\n-----END "
                + what + "-----";
    }
}
