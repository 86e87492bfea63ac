package org.hasekura.node;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.RetryPlan;
import org.hasekura.identity.Admission;

/**
 * Everything that is set for one node, one record for each component. {@link SettingsReader} makes it.
 *
 * @param developmentPeer other software on this machine that knows no DIDs; in development mode alone
 * @param written the texts of all settings by their keys, defaults included: to say what has changed
 */
public record Settings(
        Identity node,
        Organisation organisation,
        Dsp dsp,
        Management management,
        Portal portal,
        Store store,
        LawData law,
        Retention retention,
        Register register,
        Limits limits,
        Tls tls,
        Peers peers,
        Retry retry,
        Data data,
        Catalogs catalogs,
        Evidence evidence,
        Optional<Mail> mail,
        Log log,
        Optional<StaticPeer> developmentPeer,
        Map<String, String> written) {

    public Settings {
        written = Map.copyOf(written);
    }

    /**
     * What the node is called and where it keeps what it knows.
     *
     * @param did absent: did:web from the public address
     * @param dataFolder absolute
     * @param isDevelopment admits http, localhost and loopback
     */
    public record Identity(String name, Optional<String> did, Path dataFolder, boolean isDevelopment) {

        /** How strictly addresses from outside are admitted. */
        public Admission admission() {
            return isDevelopment ? Admission.DEVELOPMENT : Admission.PRODUCTION;
        }
    }

    /** The facts about the organisation that runs the node, in the words of the law's cases. */
    public record Organisation(
            String name, String country, String role, String kind, String sector, List<String> subjectTo) {
        public Organisation {
            subjectTo = List.copyOf(subjectTo);
        }
    }

    /**
     * The server that peers reach.
     *
     * @param publicUrl without a slash at the end; absent only in development mode, where the port tells it
     * @param port 0: chosen at first start and kept
     * @param addressHeader the header in which a reverse proxy says whose request it is
     */
    public record Dsp(Optional<URI> publicUrl, String bind, int port, Optional<String> addressHeader) {}

    /** The server that the node's own people and programs reach. */
    public record Management(String bind, int port) {}

    /**
     * The server for people's pages.
     *
     * @param publicUrl under which they are opened, without a slash at the end; absent: this machine
     * @param addressHeader the header in which a reverse proxy says whose request it is
     * @param zone in which times are told
     */
    public record Portal(String bind, int port, Optional<URI> publicUrl, Optional<String> addressHeader, ZoneId zone) {}

    /**
     * Where the state is kept.
     *
     * @param url a JDBC address; absent: SQLite in the data folder
     */
    public record Store(Optional<String> url) {}

    /**
     * By which law is judged.
     *
     * @param folder with law data files, absolute; absent: the packaged ones
     */
    public record LawData(Optional<Path> folder) {}

    /**
     * How long is kept what need not stay.
     *
     * @param bodies bodies of messages and reasons of exchanges that have ended; absent: for ever
     */
    public record Retention(Optional<Duration> bodies) {}

    /**
     * How a secretariat keeps the partnership register.
     *
     * @param syncEvery how often others' registers are joined again; absent: when a person asks
     */
    public record Register(Optional<Duration> syncEvery) {}

    /** What one request and all of them together may take. */
    public record Limits(
            int messageBytesMax,
            int headerBytesMax,
            int requestsPerMinute,
            int requestsAtOnceMax,
            int connectionsMax,
            int connectionsPerAddressMax,
            Duration headTime,
            Duration idleTime) {}

    /**
     * HTTPS by the node itself.
     *
     * @param certificate a file, absolute: PEM with the chain, or PKCS #12; absent: plain HTTP, for a reverse proxy
     * @param key a file with the key in PEM, absolute; absent: it is in the file of the certificate
     * @param password of the PKCS #12 file
     * @param listeners which servers speak it: {@code dsp}, {@code data}, {@code portal}, {@code management}
     */
    public record Tls(
            Optional<Path> certificate, Optional<Path> key, Optional<String> password, List<String> listeners) {
        public Tls {
            listeners = List.copyOf(listeners);
        }

        boolean isSpokenBy(String listener) {
            return certificate.isPresent() && listeners.contains(listener);
        }

        String schemeOf(String listener) {
            return isSpokenBy(listener) ? "https" : "http";
        }

        /** The password is left out, so that it is never logged. */
        @Override
        public String toString() {
            return "Tls[certificate=" + certificate + ", listeners=" + listeners + "]";
        }
    }

    /** How other nodes are asked. */
    public record Peers(Duration connectTime, Duration answerTime, int answerBytesMax) {}

    /**
     * How often a message is sent again to a peer that does not answer: after {@code firstDelay}, then each time
     * {@code factor} times later up to {@code longestDelay}, until {@code attemptsMax} or {@code giveUpAfter}.
     */
    public record Retry(
            Duration firstDelay, double factor, Duration longestDelay, int attemptsMax, Duration giveUpAfter) {

        RetryPlan plan() {
            return new RetryPlan(firstDelay, factor, longestDelay, attemptsMax, giveUpAfter);
        }
    }

    /**
     * How data go out and come in.
     *
     * @param publicUrl under which consumers reach the sender, without a slash at the end; absent: in development mode the
     *     port tells it, otherwise there is no sender and the server for peers sends
     * @param port 0: chosen at first start and kept
     * @param addressHeader the header in which a reverse proxy says whose request it is
     * @param folders in which folders may be offered whole
     */
    public record Data(
            Optional<URI> publicUrl,
            String bind,
            int port,
            Optional<String> addressHeader,
            boolean pullAutomatically,
            long receivedBytesMax,
            List<Path> folders) {
        public Data {
            folders = List.copyOf(folders);
        }
    }

    /**
     * What is read of the catalogs of peers.
     *
     * @param peers whose are read from the start on, beside those that were added later: DIDs
     * @param datasetsMax of one peer
     */
    public record Catalogs(List<String> peers, Duration readEvery, int datasetsMax) {
        public Catalogs {
            peers = List.copyOf(peers);
        }
    }

    /**
     * How often the log is signed, and by whom else.
     *
     * @param openEntries whether everybody may read the entries, not their hashes alone
     * @param witnesses a file with standing witnesses, absolute; absent: none
     */
    public record Evidence(
            Duration checkpointInterval,
            boolean openEntries,
            Optional<Path> witnesses,
            Duration witnessInterval,
            Timestamps timestamps) {}

    /**
     * Whose timestamps the log gets.
     *
     * @param authorities a file that names them, absolute; absent: none
     * @param interval no entry waits longer than so until it is stamped
     * @param grace for so long after that nothing follows when it was not
     * @param needed so many of them must have stamped an entry
     * @param answerTime how long one may take to answer, until its last byte
     */
    public record Timestamps(
            Optional<Path> authorities, Duration interval, Duration grace, int needed, Duration answerTime) {}

    /**
     * The server that takes this node's e-mails.
     *
     * @param user absent: it asks nobody who they are
     */
    public record Mail(
            String host,
            int port,
            MailSecurity security,
            Optional<String> user,
            Optional<String> password,
            String from) {}

    /** How the way to the mail server is kept from others. */
    public enum MailSecurity {
        TLS,
        STARTTLS,
        /** Not at all: for a server on this machine. */
        NONE
    }

    /** What is logged: error, warn, info or debug and everything above it. */
    public record Log(String level) {}
}
