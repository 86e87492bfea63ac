package org.hasekura.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the certificates that it is given and no others. A server that shows one of them as its own is the one that is meant,
 * under whatever name it was reached; of a server whose certificate one of them has signed, the name must be right, too.
 */
public final class TrustedCertificates {

    private TrustedCertificates() {}

    /**
     * For connections to a node.
     *
     * @param pem certificates, for example the file that the node's `tls.certificate` names
     * @throws IOException if there is none in it
     */
    public static SSLContext of(byte[] pem) throws IOException {
        try {
            Set<X509Certificate> trusted =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .collect(Collectors.toSet());
            if (trusted.isEmpty()) {
                throw new IOException("there is no certificate in it");
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Exactly(trusted, signedByOneOf(trusted))}, new SecureRandom());
            return context;
        } catch (CertificateException e) {
            throw new IOException("it holds no certificates in PEM: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has X.509 and TLS", e);
        }
    }

    private static X509ExtendedTrustManager signedByOneOf(Set<X509Certificate> trusted)
            throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        int number = 0;
        for (Certificate each : trusted) {
            anchors.setCertificateEntry("trusted-" + number++, each);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return Stream.of(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("every JDK has a trust manager for X.509"));
    }

    /** Asks the usual rules only where the server's certificate is not itself one that is trusted. */
    private static final class Exactly extends X509ExtendedTrustManager {

        private final Set<X509Certificate> trusted;
        private final X509ExtendedTrustManager usual;

        Exactly(Set<X509Certificate> trusted, X509ExtendedTrustManager usual) {
            this.trusted = trusted;
            this.usual = usual;
        }

        private boolean isMeant(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0 || !trusted.contains(chain[0])) {
                return false;
            }
            chain[0].checkValidity();
            return true;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            if (!isMeant(chain)) {
                usual.checkServerTrusted(chain, authType, engine);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            if (!isMeant(chain)) {
                usual.checkServerTrusted(chain, authType, socket);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (!isMeant(chain)) {
                throw new CertificateException("nobody says under which name the server was reached");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            throw onlyServers();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            throw onlyServers();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw onlyServers();
        }

        private static CertificateException onlyServers() {
            return new CertificateException("only servers are asked who they are");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return usual.getAcceptedIssuers();
        }
    }
}
