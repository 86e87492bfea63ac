package org.hasekura.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hasekura.identity.Did;
import org.hasekura.identity.NodeKeys;
import org.hasekura.sender.Tls;

/**
 * What a node stands on before it is wired: its locked folder, its name and keys, its addresses and management token.
 *
 * @param publicUrl the base of everything that peers reach, without a slash at the end
 * @param dspBind with the port that is kept
 * @param managementBind with the port that is kept
 * @param portalBind with the port that is kept
 * @param data where the sender of data listens; absent: the server for peers sends them
 */
public record Ground(
        Settings settings,
        DataFolder folder,
        URI publicUrl,
        Did did,
        NodeKeys keys,
        InetSocketAddress dspBind,
        InetSocketAddress managementBind,
        InetSocketAddress portalBind,
        Optional<DataPlace> data,
        ManagementToken token)
        implements AutoCloseable {

    /**
     * Where data go out.
     *
     * @param bind with the port that is kept
     * @param publicUrl how consumers reach it, without a slash at the end
     */
    public record DataPlace(InetSocketAddress bind, URI publicUrl) {}

    /**
     * Opens the folder and settles what is settled at first start.
     *
     * @param random a secure one
     * @throws IOException if the folder is in use, cannot be written, or an address is none of this machine
     */
    public static Ground prepare(Settings settings, RandomGenerator random) throws IOException {
        DataFolder folder = DataFolder.open(settings.node().dataFolder());
        try {
            InetSocketAddress dsp =
                    bind(folder, "dsp", settings.dsp().bind(), settings.dsp().port());
            InetSocketAddress management = bind(
                    folder,
                    "management",
                    settings.management().bind(),
                    settings.management().port());
            InetSocketAddress portal = bind(
                    folder,
                    "portal",
                    settings.portal().bind(),
                    settings.portal().port());
            URI publicUrl = settings.dsp()
                    .publicUrl()
                    .orElseGet(() -> URI.create(settings.tls().schemeOf("dsp") + "://localhost:" + dsp.getPort()));
            return new Ground(
                    settings,
                    folder,
                    publicUrl,
                    did(settings, publicUrl),
                    NodeKeyFiles.open(folder, random),
                    dsp,
                    management,
                    portal,
                    data(settings, folder),
                    ManagementToken.of(folder, random));
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /** The site that peers reach. */
    public HttpPort.Site dspSite(Routes routes, Optional<Tls> tls, Runnable storeFailed) {
        return new HttpPort.Site(
                "dsp",
                dspBind,
                routes,
                settings.limits(),
                settings.dsp().addressHeader(),
                tls.filter(_ -> settings.tls().isSpokenBy("dsp")),
                storeFailed);
    }

    /** The site for the node's own people: every route behind the token, except those that say nothing. */
    public HttpPort.Site managementSite(Routes routes, Optional<Tls> tls, Runnable storeFailed) {
        return new HttpPort.Site(
                "management",
                managementBind,
                routes,
                settings.limits(),
                Optional.empty(),
                tls.filter(_ -> settings.tls().isSpokenBy("management")),
                storeFailed);
    }

    /** The site with people's pages. */
    public HttpPort.Site portalSite(Routes routes, Optional<Tls> tls, Runnable storeFailed) {
        return new HttpPort.Site(
                "portal",
                portalBind,
                routes,
                settings.limits(),
                settings.portal().addressHeader(),
                tls.filter(_ -> settings.tls().isSpokenBy("portal")),
                storeFailed);
    }

    /** Where consumers fetch data, without a slash at the end. */
    public URI dataUrl() {
        return data.map(DataPlace::publicUrl).orElse(publicUrl);
    }

    public URI managementUrl() {
        return url(settings.tls().schemeOf("management"), managementBind);
    }

    /** Where people open the pages, without a slash at the end. */
    public URI portalUrl() {
        return settings.portal().publicUrl().orElseGet(() -> url(settings.tls().schemeOf("portal"), portalBind));
    }

    private static URI url(String scheme, InetSocketAddress bind) {
        InetAddress address = bind.getAddress();
        String host = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        return URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bind.getPort());
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }

    /** A node that is reached by one address alone goes on to be so. */
    private static Optional<DataPlace> data(Settings settings, DataFolder folder) throws IOException {
        if (settings.data().publicUrl().isEmpty() && !settings.node().isDevelopment()) {
            return Optional.empty();
        }
        InetSocketAddress bind =
                bind(folder, "data", settings.data().bind(), settings.data().port());
        return Optional.of(new DataPlace(
                bind,
                settings.data()
                        .publicUrl()
                        .orElseGet(
                                () -> URI.create(settings.tls().schemeOf("data") + "://localhost:" + bind.getPort()))));
    }

    private static Did did(Settings settings, URI publicUrl) throws IOException {
        return switch (NodeDid.of(
                settings.node().did(), publicUrl, settings.node().admission())) {
            case Did.Parse.Parsed(Did did) -> did;
            case Did.Parse.Malformed(String words) -> throw new IOException("this node has no DID: " + words);
        };
    }

    private static InetSocketAddress bind(DataFolder folder, String name, String host, int port) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        return new InetSocketAddress(address, port == 0 ? folder.keptPort(name, address) : port);
    }
}
