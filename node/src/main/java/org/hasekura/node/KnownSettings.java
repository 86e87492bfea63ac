package org.hasekura.node;

import static org.hasekura.node.ValueKind.BYTES;
import static org.hasekura.node.ValueKind.DURATION;
import static org.hasekura.node.ValueKind.FACTOR;
import static org.hasekura.node.ValueKind.HTTP_ADDRESS;
import static org.hasekura.node.ValueKind.YES_OR_NO;
import static org.hasekura.node.ValueKind.matching;
import static org.hasekura.node.ValueKind.text;
import static org.hasekura.node.ValueKind.whole;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hasekura.identity.Fact;

/** The table of all settings, each with its default and its line of explanation. */
final class KnownSettings {

    private static final ValueKind<String> COUNTRY_CODE = new ValueKind<>(
            "a country of ISO 3166-1 in two capital letters, for example `JP`",
            text -> Optional.of(text).filter(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)::contains));

    private static final String CODE = "[a-z][a-z0-9-]{0,63}";

    static final Setting<String> NAME = Setting.of(
            "node.name",
            "hasekura",
            "what the node is called in its log and on its pages",
            matching("[a-z0-9][a-z0-9-]{0,62}", "lower-case letters, digits and hyphens"));
    static final Setting<Optional<String>> DID = Setting.of(
            "node.did",
            "",
            "the node's DID; nothing: did:web made from dsp.public-url",
            matching("did:web:[A-Za-z0-9.%:_-]{1,255}", "a DID that begins with `did:web:`")
                    .orNothing());
    static final Setting<String> DATA_FOLDER = Setting.of(
            "node.data-folder",
            "data",
            "keys, database, evidence and received data; relative to the folder of this file",
            text("a folder"));
    static final Setting<Boolean> DEVELOPMENT = Setting.of(
            "node.development",
            "false",
            "admits http, localhost and loopback between nodes; never for real data",
            YES_OR_NO);

    static final Setting<String> ORGANISATION =
            Setting.needed("organisation.name", "the organisation that runs the node", text("a name"));
    static final Setting<String> COUNTRY = Setting.needed(
            "organisation.country", "where it is established, as ISO 3166-1 says it, for example FR", COUNTRY_CODE);
    static final Setting<String> ROLE = Setting.of(
            "organisation.role",
            "controller",
            "its role for personal data: controller, processor, ...",
            fact(Fact.Name.ROLE));
    static final Setting<String> KIND = Setting.of(
            "organisation.kind",
            "business",
            "what it is: business, public-authority, university, ...",
            fact(Fact.Name.KIND));
    static final Setting<String> SECTOR = Setting.of(
            "organisation.sector",
            "general",
            "its sector: general, health, finance, telecom, ...",
            matching(CODE, "a code of lower-case letters, for example `general`"));
    static final Setting<List<String>> SUBJECT_TO = Setting.of(
            "organisation.subject-to",
            "",
            "laws it is subject to beside those of its seat, in the codes of docs/datasets.md: APPI, GDPR-3(2), PIPA, ...",
            matching("[A-Za-z0-9][A-Za-z0-9._:/() -]{0,63}", "the short name of a law")
                    .listed());

    static final Setting<Optional<URI>> PUBLIC_URL = Setting.of(
            "dsp.public-url",
            "",
            "under which peers reach this node; may be nothing in development mode alone",
            HTTP_ADDRESS.orNothing());
    static final Setting<String> DSP_BIND =
            Setting.of("dsp.bind", "127.0.0.1", "the address that the server for peers listens on", text("an address"));
    static final Setting<Integer> DSP_PORT =
            Setting.of("dsp.port", "0", "its port; 0: chosen at first start and kept", whole(0, 65535));
    static final Setting<Optional<String>> ADDRESS_HEADER = Setting.of(
            "dsp.address-header",
            "",
            "the header in which your reverse proxy puts the asking address; nothing: there is no proxy",
            matching("[A-Za-z][A-Za-z0-9-]{0,63}", "the name of a header").orNothing());

    static final Setting<String> MANAGEMENT_BIND = Setting.of(
            "management.bind", "127.0.0.1", "the address that the management server listens on", text("an address"));
    static final Setting<Integer> MANAGEMENT_PORT =
            Setting.of("management.port", "0", "its port; 0: chosen at first start and kept", whole(0, 65535));

    static final Setting<String> PORTAL_BIND = Setting.of(
            "portal.bind",
            "127.0.0.1",
            "the address that the server for people's pages listens on",
            text("an address"));
    static final Setting<Integer> PORTAL_PORT =
            Setting.of("portal.port", "0", "its port; 0: chosen at first start and kept", whole(0, 65535));
    static final Setting<Optional<URI>> PORTAL_URL = Setting.of(
            "portal.public-url",
            "",
            "under which people open the pages; nothing: this machine. With https:// cookies travel by HTTPS alone",
            HTTP_ADDRESS.orNothing());
    static final Setting<Optional<String>> PORTAL_ADDRESS_HEADER = Setting.of(
            "portal.address-header",
            "",
            "the header in which your reverse proxy puts the asking address; nothing: there is no proxy",
            matching("[A-Za-z][A-Za-z0-9-]{0,63}", "the name of a header").orNothing());
    static final Setting<ZoneId> PORTAL_TIME_ZONE = Setting.of(
            "portal.time-zone",
            "UTC",
            "in which pages tell times, for example Europe/Berlin or Asia/Tokyo",
            new ValueKind<>(
                    "a time zone of the IANA database, for example `Asia/Tokyo`",
                    text -> Optional.of(text)
                            .filter(ZoneId.getAvailableZoneIds()::contains)
                            .map(ZoneId::of)));

    static final Setting<Optional<String>> STORE_URL = Setting.of(
            "store.url",
            "",
            "jdbc:postgresql://... for several nodes; nothing: SQLite in the data folder",
            matching(
                            "jdbc:(postgresql|sqlite):.{1,1000}",
                            "an address that begins with `jdbc:postgresql:` or `jdbc:sqlite:`")
                    .orNothing());

    static final Setting<Optional<String>> LAW_FOLDER = Setting.of(
            "law.data-folder",
            "",
            "a folder with law data files, relative to that of this file; nothing: the packaged ones",
            text("a folder").orNothing());

    static final Setting<Optional<Duration>> KEPT_BODIES = Setting.of(
            "retention.bodies",
            "",
            "how long bodies of messages and reasons are kept once their exchange has ended; nothing: for ever",
            DURATION.orNothing());

    static final Setting<Optional<Duration>> SYNC_EVERY = Setting.of(
            "partnership.sync-every",
            "",
            "how often registers of other secretariats are joined again, once a person has joined them; nothing: when a person"
                    + " asks",
            DURATION.orNothing());

    static final Setting<Long> MESSAGE_BYTES =
            Setting.of("limits.message-bytes", "256 KiB", "the longest message that is read", BYTES);
    static final Setting<Long> HEADER_BYTES =
            Setting.of("limits.header-bytes", "16 KiB", "the longest headers of a request", BYTES);
    static final Setting<Integer> REQUESTS_PER_MINUTE = Setting.of(
            "limits.requests-per-minute",
            "6000",
            "from one address: so many at once, and so many in each minute after",
            whole(1, 100_000_000));
    static final Setting<Integer> REQUESTS_AT_ONCE = Setting.of(
            "limits.requests-at-once", "512", "served at the same time, of all addresses", whole(1, 100_000));
    static final Setting<Integer> CONNECTIONS =
            Setting.of("limits.connections", "2048", "open at the same time, of all addresses", whole(1, 100_000));
    static final Setting<Integer> CONNECTIONS_PER_ADDRESS = Setting.of(
            "limits.connections-per-address",
            "1024",
            "open at the same time from one address; not counted behind a reverse proxy",
            whole(1, 100_000));
    static final Setting<Duration> HEAD_TIME =
            Setting.of("limits.head-time", "10 s", "within which the headers of a request must be whole", DURATION);
    static final Setting<Duration> IDLE_TIME =
            Setting.of("limits.idle-time", "30 s", "after which a silent connection is closed", DURATION);

    static final Setting<Optional<String>> TLS_CERTIFICATE = Setting.of(
            "tls.certificate",
            "",
            "a file with the certificate and those above it, in PEM, or PKCS #12; read again when it changes; nothing: plain"
                    + " HTTP, for a reverse proxy",
            text("a file").orNothing());
    static final Setting<Optional<String>> TLS_KEY = Setting.of(
            "tls.key",
            "",
            "a file with its key in PEM (PKCS #8); nothing: in the same file",
            text("a file").orNothing());
    static final Setting<Optional<String>> TLS_PASSWORD = Setting.of(
            "tls.password", "", "of a PKCS #12 file", text("a password").orNothing());
    static final Setting<List<String>> TLS_LISTENERS = Setting.of(
            "tls.listeners",
            "dsp, data",
            "which servers speak HTTPS with it: dsp, data, portal, management",
            matching("dsp|data|portal|management", "`dsp`, `data`, `portal` or `management`")
                    .listed());

    static final Setting<Duration> CONNECT_TIME =
            Setting.of("peers.connect-time", "5 s", "how long a connection to a peer may take", DURATION);
    static final Setting<Duration> ANSWER_TIME =
            Setting.of("peers.answer-time", "30 s", "how long a peer may be silent", DURATION);
    static final Setting<Long> ANSWER_BYTES = Setting.of(
            "peers.answer-bytes", "4 MiB", "the longest answer of a peer that is read; data have their own", BYTES);

    static final Setting<Duration> FIRST_DELAY =
            Setting.of("retry.first-delay", "500 ms", "before a message is sent for the second time", DURATION);
    static final Setting<Double> RETRY_FACTOR =
            Setting.of("retry.factor", "2", "by which each wait is longer than the one before", FACTOR);
    static final Setting<Duration> LONGEST_DELAY =
            Setting.of("retry.longest-delay", "5 min", "the longest wait between two tries", DURATION);
    static final Setting<Integer> ATTEMPTS =
            Setting.of("retry.attempts", "500", "after so many tries the exchange is ended", whole(1, 1_000_000));
    static final Setting<Duration> GIVE_UP = Setting.of(
            "retry.give-up-after", "24 h", "after so long without an answer the exchange is ended", DURATION);

    static final Setting<Optional<URI>> DATA_URL = Setting.of(
            "data.public-url",
            "",
            "under which consumers reach the sender of data; nothing: in development mode its port on this machine, else"
                    + " the server for peers sends them too",
            HTTP_ADDRESS.orNothing());
    static final Setting<String> DATA_BIND =
            Setting.of("data.bind", "127.0.0.1", "the address that the sender of data listens on", text("an address"));
    static final Setting<Integer> DATA_PORT =
            Setting.of("data.port", "0", "its port; 0: chosen at first start and kept", whole(0, 65535));
    static final Setting<Optional<String>> DATA_ADDRESS_HEADER = Setting.of(
            "data.address-header",
            "",
            "the header in which your reverse proxy puts the asking address; nothing: there is no proxy",
            matching("[A-Za-z][A-Za-z0-9-]{0,63}", "the name of a header").orNothing());
    static final Setting<Boolean> PULL =
            Setting.of("data.pull-automatically", "true", "fetch the data as soon as a transfer starts", YES_OR_NO);
    static final Setting<Long> RECEIVED_BYTES =
            Setting.of("data.received-bytes", "64 GiB", "the longest data set that is received", BYTES);

    static final Setting<List<String>> DATA_FOLDERS = Setting.of(
            "data.folders",
            "",
            "in which folders may be offered whole, as an archive: their paths; none: no folder is",
            matching("/[^,\\x00]{0,1000}", "a path that begins with `/`").listed());

    static final Setting<List<String>> CATALOG_PEERS = Setting.of(
            "catalog.peers",
            "",
            "whose catalogs are read and searched, beside those added by `catalog add-peer`: their DIDs",
            matching("did:web:[A-Za-z0-9.%:_-]{1,255}", "a DID that begins with `did:web:`")
                    .listed());
    static final Setting<Duration> CATALOG_READ_EVERY =
            Setting.of("catalog.read-every", "6 h", "how often the catalog of each is read again", DURATION);
    static final Setting<Integer> CATALOG_PEER_DATASETS = Setting.of(
            "catalog.peer-datasets",
            "100000",
            "so many datasets of one peer are read, and no more",
            whole(1, 10_000_000));

    static final Setting<Duration> CHECKPOINT =
            Setting.of("evidence.checkpoint-interval", "1 s", "how often new evidence is signed", DURATION);

    static final Setting<Boolean> OPEN_ENTRIES = Setting.of(
            "evidence.open-entries",
            "false",
            "serves the entries of the log to everybody, not their hashes alone; they name peers and datasets",
            YES_OR_NO);

    static final Setting<Optional<String>> WITNESSES = Setting.of(
            "evidence.witnesses",
            "",
            "a file (C2SP tlog-policy) with standing witnesses, their keys and addresses; receipts wait for its quorum",
            text("a file").orNothing());
    static final Setting<Duration> WITNESS_INTERVAL =
            Setting.of("evidence.witness-interval", "1 min", "how often standing witnesses are asked", DURATION);

    static final Setting<Optional<String>> TIMESTAMP_AUTHORITIES = Setting.of(
            "evidence.timestamp-authorities",
            "",
            "a file with authorities that stamp checkpoints (RFC 3161), as docs/timestamps.md says; nothing: none",
            text("a file").orNothing());
    static final Setting<Duration> TIMESTAMP_INTERVAL = Setting.of(
            "evidence.timestamp-interval", "1 h", "no evidence waits longer than so until it is stamped", DURATION);
    static final Setting<Duration> TIMESTAMP_GRACE = Setting.of(
            "evidence.timestamp-grace",
            "4 h",
            "for so long after a missed timestamp work goes on; then nothing new is begun",
            DURATION);
    static final Setting<Integer> TIMESTAMPS_NEEDED = Setting.of(
            "evidence.timestamps-needed", "1", "so many authorities must have stamped all evidence", whole(1, 16));
    static final Setting<Duration> TIMESTAMP_ANSWER_TIME = Setting.of(
            "evidence.timestamp-answer-time", "30 s", "how long an authority may take to answer, in all", DURATION);

    static final Setting<Optional<String>> MAIL_HOST = Setting.of(
            "mail.host",
            "",
            "the SMTP server that takes e-mails with codes for guests; nothing: people pass the codes on",
            matching("[A-Za-z0-9.:-]{1,253}", "the name of a machine").orNothing());
    static final Setting<Integer> MAIL_PORT = Setting.of("mail.port", "587", "its port", whole(1, 65535));
    static final Setting<Settings.MailSecurity> MAIL_SECURITY = Setting.of(
            "mail.security",
            "starttls",
            "how the way there is kept from others: tls, starttls, or none for a server on this machine",
            new ValueKind<>(
                    "`tls`, `starttls` or `none`",
                    text -> Stream.of(Settings.MailSecurity.values())
                            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                            .findFirst()));
    static final Setting<Optional<String>> MAIL_USER = Setting.of(
            "mail.user", "", "as whom this node signs in there", text("a name").orNothing());
    static final Setting<Optional<String>> MAIL_PASSWORD = Setting.of(
            "mail.password", "", "with which password", text("a password").orNothing());
    static final Setting<Optional<String>> MAIL_FROM = Setting.of(
            "mail.from",
            "",
            "the address that e-mails come from; needed with mail.host",
            matching("[^\\s@<>]{1,64}@[A-Za-z0-9.-]{1,253}", "an e-mail address")
                    .orNothing());

    static final Setting<String> LOG_LEVEL = Setting.of(
            "log.level",
            "info",
            "what is logged: error, warn, info or debug, and what is above it",
            matching("error|warn|info|debug", "`error`, `warn`, `info` or `debug`"));

    static final Setting<Optional<String>> PEER_DID = Setting.of(
            "development.peer-did",
            "",
            "other software on this machine that knows no DIDs: the DID of its entry in the register",
            matching("did:web:[A-Za-z0-9.%:_-]{1,255}", "a DID that begins with `did:web:`")
                    .orNothing());
    static final Setting<Optional<String>> PEER_NAME = Setting.of(
            "development.peer-name",
            "",
            "what it calls itself in agreements; nothing: that DID",
            matching("[!-~]{1,256}", "1 to 256 characters without spaces").orNothing());
    static final Setting<Optional<String>> PEER_ACCEPTS = Setting.of(
            "development.peer-accepts", "", "the `Authorization` header that its requests carry", headerValue());
    static final Setting<Optional<String>> PEER_SENDS = Setting.of(
            "development.peer-sends", "", "the `Authorization` header of this node's requests to it", headerValue());
    static final Setting<Optional<URI>> PEER_ADDRESS = Setting.of(
            "development.peer-address",
            "",
            "the base of its DSP 2025-1 endpoints on this machine; nothing: it is answered, but not asked by command",
            new ValueKind<>(
                            "an address at `localhost`, for example `http://localhost:19194/protocol/2025-1`",
                            text -> Optional.of(text)
                                    .filter(StaticPeer::isOnThisMachine)
                                    .map(URI::create))
                    .orNothing());
    static final Setting<Duration> PEER_PAUSE = Setting.of(
            "development.peer-pause",
            "100 ms",
            "how long it is left alone with each step: some forget their own when the next comes at once",
            DURATION);

    /** In the order in which they are shown. */
    static final List<Setting<?>> ALL = List.of(
            NAME,
            DID,
            DATA_FOLDER,
            DEVELOPMENT,
            ORGANISATION,
            COUNTRY,
            ROLE,
            KIND,
            SECTOR,
            SUBJECT_TO,
            PUBLIC_URL,
            DSP_BIND,
            DSP_PORT,
            ADDRESS_HEADER,
            MANAGEMENT_BIND,
            MANAGEMENT_PORT,
            PORTAL_BIND,
            PORTAL_PORT,
            PORTAL_URL,
            PORTAL_ADDRESS_HEADER,
            PORTAL_TIME_ZONE,
            STORE_URL,
            LAW_FOLDER,
            KEPT_BODIES,
            SYNC_EVERY,
            MESSAGE_BYTES,
            HEADER_BYTES,
            REQUESTS_PER_MINUTE,
            REQUESTS_AT_ONCE,
            CONNECTIONS,
            CONNECTIONS_PER_ADDRESS,
            HEAD_TIME,
            IDLE_TIME,
            TLS_CERTIFICATE,
            TLS_KEY,
            TLS_PASSWORD,
            TLS_LISTENERS,
            CONNECT_TIME,
            ANSWER_TIME,
            ANSWER_BYTES,
            FIRST_DELAY,
            RETRY_FACTOR,
            LONGEST_DELAY,
            ATTEMPTS,
            GIVE_UP,
            DATA_URL,
            DATA_BIND,
            DATA_PORT,
            DATA_ADDRESS_HEADER,
            PULL,
            RECEIVED_BYTES,
            DATA_FOLDERS,
            CATALOG_PEERS,
            CATALOG_READ_EVERY,
            CATALOG_PEER_DATASETS,
            CHECKPOINT,
            OPEN_ENTRIES,
            WITNESSES,
            WITNESS_INTERVAL,
            TIMESTAMP_AUTHORITIES,
            TIMESTAMP_INTERVAL,
            TIMESTAMP_GRACE,
            TIMESTAMPS_NEEDED,
            TIMESTAMP_ANSWER_TIME,
            MAIL_HOST,
            MAIL_PORT,
            MAIL_SECURITY,
            MAIL_USER,
            MAIL_PASSWORD,
            MAIL_FROM,
            LOG_LEVEL,
            PEER_DID,
            PEER_NAME,
            PEER_ACCEPTS,
            PEER_SENDS,
            PEER_ADDRESS,
            PEER_PAUSE);

    /** What may be a secret, or have one in it: never shown, never evidence. */
    static final Set<String> SECRET =
            Set.of(STORE_URL.key(), TLS_PASSWORD.key(), MAIL_PASSWORD.key(), PEER_ACCEPTS.key(), PEER_SENDS.key());

    private KnownSettings() {}

    private static ValueKind<Optional<String>> headerValue() {
        return matching("[!-~]([ -~]{0,1022}[!-~])?", "the value of a header in ASCII, for example `Bearer test`")
                .orNothing();
    }

    /** A value that the register of participants would take for this fact. */
    private static ValueKind<String> fact(Fact.Name name) {
        return new ValueKind<>(
                "one of " + String.join(", ", name.codes()),
                text -> Optional.of(text).filter(name.codes()::contains));
    }

    /** A settings file that says what holds anyway. */
    static String defaults() {
        StringBuilder file = new StringBuilder("# Every setting of a Hasekura node, with its default.\n");
        for (Setting<?> each : ALL) {
            file.append("\n# ")
                    .append(each.comment())
                    .append(each.isNeeded() ? " (needed)" : "")
                    .append('\n');
            file.append(each.isNeeded() ? "#" : "")
                    .append((each.key() + " = " + each.byDefault()).strip())
                    .append('\n');
        }
        return file.toString();
    }
}
