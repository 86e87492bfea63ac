package org.hasekura.sender;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.3 and 1.2 for servers, by the JDK alone. What the server shows may be replaced while it runs: connections that are
 * open go on, new ones see the new certificate.
 */
public final class Tls {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final Shown shown;
    private final SSLContext context;

    /** @throws IllegalStateException if this JDK has no TLS */
    public Tls(TlsIdentity identity) {
        this.shown = new Shown(identity);
        try {
            this.context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {shown}, null, null);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this JDK has no TLS", absent);
        }
    }

    /** From now on, for connections that begin. */
    public void show(TlsIdentity identity) {
        shown.replace(identity);
    }

    /** When what is shown runs out. */
    public Instant until() {
        return shown.now.identity().chain().getFirst().getNotAfter().toInstant();
    }

    /** For servers that make their own sockets of it. */
    public SSLContext context() {
        return context;
    }

    /** For one connection to this server. */
    SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(VERSIONS);
        return engine;
    }

    /**
     * Hands out key and certificates by a name that changes with them, since the JDK asks for one after the other: a
     * handshake that has begun ends with what it began with.
     */
    private static final class Shown extends X509ExtendedKeyManager {

        private record Named(int number, TlsIdentity identity) {

            String alias() {
                return "identity-" + number;
            }
        }

        private volatile Named now;
        private volatile Named before;

        Shown(TlsIdentity identity) {
            this.now = new Named(1, identity);
            this.before = now;
        }

        synchronized void replace(TlsIdentity identity) {
            before = now;
            now = new Named(now.number() + 1, identity);
        }

        private Optional<TlsIdentity> named(@Nullable String alias) {
            Named current = now;
            return current.alias().equals(alias)
                    ? Optional.of(current.identity())
                    : Optional.of(before)
                            .filter(old -> old.alias().equals(alias))
                            .map(Named::identity);
        }

        /** @param keyType for example {@code RSA}; in TLS 1.2 perhaps {@code EC_EC} */
        private @Nullable String alias(String keyType) {
            Named current = now;
            String algorithm = current.identity().key().getAlgorithm();
            boolean isOfIt = keyType.equals(algorithm) || keyType.startsWith(algorithm + "_");
            return isOfIt ? current.alias() : null;
        }

        @Override
        public @Nullable String chooseEngineServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return alias(keyType);
        }

        @Override
        public @Nullable String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return alias(keyType);
        }

        @Override
        public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            String alias = alias(keyType);
            return alias == null ? null : new String[] {alias};
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(@Nullable String alias) {
            return named(alias)
                    .map(TlsIdentity::chain)
                    .map(chain -> chain.toArray(X509Certificate[]::new))
                    .orElse(null);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(@Nullable String alias) {
            return named(alias).map(TlsIdentity::key).orElse(null);
        }

        @Override
        public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }
    }

    /** The versions that are spoken. */
    public static List<String> versions() {
        return List.of(VERSIONS);
    }
}
