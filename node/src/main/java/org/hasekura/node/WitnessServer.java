package org.hasekura.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hasekura.evidence.AddCheckpoint;
import org.hasekura.evidence.Cosigner;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.VerifierKey;
import org.hasekura.evidence.Witness;
import org.hasekura.evidence.WitnessAnswer;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.SigningKey;

/**
 * A standing witness for the logs of nodes (C2SP tlog-witness v1.0.0), which any regulator can run: with a key and a memory
 * of its own in a folder of its own.
 *
 * <p>Invariant: the head that it cosigns is on the disk before the cosignature leaves. After the first error of the disk it
 * answers nothing more.
 */
final class WitnessServer implements AutoCloseable {

    private static final int REQUEST_BYTES_MAX = 64 * 1024;
    private static final String KEY = "witness";
    private static final Settings.Limits LIMITS = new Settings.Limits(
            REQUEST_BYTES_MAX, 16 * 1024, 600, 64, 1024, 256, Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final DataFolder folder;
    private final Witness witness;
    private final WitnessMemory memory;
    private HttpPort.Listening listening = new HttpPort.Listening() {
        @Override
        public int port() {
            return 0;
        }

        @Override
        public void close() {
            // Nothing listens yet.
        }
    };

    private WitnessServer(DataFolder folder, Witness witness, WitnessMemory memory) {
        this.folder = folder;
        this.witness = witness;
        this.memory = memory;
    }

    /**
     * Starts one; its key is made at the first start and kept.
     *
     * @param name of its key, as a policy names it: an address without scheme
     * @param logs keys of the logs it witnesses
     * @param stop called when its disk has failed
     * @throws IOException if the folder is in use or the address is none of this machine, in words
     */
    static WitnessServer start(
            DataFolder folder,
            String name,
            List<VerifierKey> logs,
            String bind,
            int port,
            RandomGenerator random,
            Clock clock,
            Runnable stop)
            throws IOException {
        SigningKey key = SigningKey.load(
                KEY,
                folder.kept(
                        "witness.key", () -> SigningKey.generate(KEY, random).pkcs8()));
        Cosigner cosigner = Cosigner.ed25519(name, key.publicKeyBytes(), key::sign);
        var server = new WitnessServer(folder, new Witness(cosigner, logs), new WitnessMemory(heads(folder), clock));
        InetAddress address = InetAddress.getByName(bind);
        var site = new HttpPort.Site(
                "witness",
                new InetSocketAddress(address, port == 0 ? folder.keptPort("witness", address) : port),
                new Routes(server.routes()),
                LIMITS,
                Optional.empty(),
                Optional.empty(),
                stop);
        server.listening = new HelidonHttp().listen(site);
        return server;
    }

    /** A file for each log; it is replaced whole. */
    private static Shelf heads(DataFolder folder) {
        return new Shelf() {
            private boolean hasFailed;

            @Override
            public Optional<byte[]> get(String name) throws StoreFailed {
                try {
                    refuseAfterFailure();
                    return folder.find(name);
                } catch (IOException e) {
                    hasFailed = true;
                    throw new StoreFailed("what was cosigned cannot be read", e);
                }
            }

            @Override
            public void put(String name, byte[] value) throws StoreFailed {
                try {
                    refuseAfterFailure();
                    folder.put(name, value);
                } catch (IOException e) {
                    hasFailed = true;
                    throw new StoreFailed("what would be cosigned cannot be kept", e);
                }
            }

            private void refuseAfterFailure() throws IOException {
                if (hasFailed) {
                    throw new IOException("the disk has failed before; start again");
                }
            }
        };
    }

    private List<Route> routes() {
        return List.of(
                Route.post("/add-checkpoint", REQUEST_BYTES_MAX, this::addCheckpoint),
                Route.get("/", _ -> Response.text(200, witness.cosigner().key().vkey() + "\n")),
                Route.get("/health", _ -> Response.text(200, "ok\n")));
    }

    private Response addCheckpoint(Request request) throws StoreFailed {
        return switch (AddCheckpoint.parse(request.body())) {
            case Parsed.Malformed<AddCheckpoint>(String reason) -> Response.text(400, reason + "\n");
            case Parsed.Valid<AddCheckpoint>(AddCheckpoint asked) -> {
                WitnessAnswer answer = memory.answer(witness, asked);
                yield new Response.Whole(
                        answer.status(),
                        answer.contentType(),
                        answer.body().getBytes(StandardCharsets.UTF_8),
                        Map.of());
            }
        };
    }

    /** What others verify its cosignatures with. */
    VerifierKey key() {
        return witness.cosigner().key();
    }

    int port() {
        return listening.port();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        folder.close();
    }
}
