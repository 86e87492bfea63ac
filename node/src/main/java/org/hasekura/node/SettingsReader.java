package org.hasekura.node;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import org.hasekura.law.NearestWord;

/** Reads the settings of a node and checks them whole, so that a node that starts was set up rightly. */
public final class SettingsReader {

    private final Path folder;
    private final Map<String, KeyValueFile.Line> lines;
    private final List<String> problems;

    private SettingsReader(Path folder, KeyValueFile file) {
        this.folder = folder;
        this.lines = file.lines();
        this.problems = new ArrayList<>(file.problems());
    }

    /** The settings, or everything that is wrong with the file. */
    public sealed interface Reading {

        record Read(Settings settings) implements Reading {}

        /**
         * Nothing may start.
         *
         * @param problems one sentence each, with the line where there is one
         */
        record Refused(List<String> problems) implements Reading {}
    }

    /**
     * Reads a settings file.
     *
     * @param folder where the file lies; relative folders are meant from here
     */
    public static Reading read(String text, Path folder) {
        SettingsReader reader = new SettingsReader(folder.toAbsolutePath(), KeyValueFile.read(text));
        reader.refuseUnknownKeys();
        Optional<Settings> settings = reader.settings();
        settings.ifPresent(reader::checkTogether);
        return reader.problems.isEmpty() && settings.isPresent()
                ? new Reading.Read(settings.get())
                : new Reading.Refused(List.copyOf(reader.problems));
    }

    private void refuseUnknownKeys() {
        List<String> known = KnownSettings.ALL.stream().map(Setting::key).toList();
        lines.forEach((key, line) -> {
            if (!known.contains(key)) {
                String hint = NearestWord.to(key, known)
                        .map(nearest -> "did you mean `" + nearest + "`?")
                        .orElse("`hasekura node --print-defaults` shows all settings");
                problems.add("line " + line.number() + ": unknown setting `" + key + "`; " + hint);
            }
        });
    }

    /** A value that was read, or one that stands in for a bad one until the problems are told. */
    private <T> Optional<T> value(Setting<T> setting) {
        Optional<KeyValueFile.Line> line = Optional.ofNullable(lines.get(setting.key()));
        if (line.isEmpty() && setting.isNeeded()) {
            problems.add("`" + setting.key() + "` is needed: " + setting.kind().expected());
            return Optional.empty();
        }
        String text = line.map(KeyValueFile.Line::value).orElse(setting.byDefault());
        Optional<T> value = setting.kind().reader().apply(text);
        if (value.isEmpty()) {
            problems.add("line " + line.map(KeyValueFile.Line::number).orElse(0) + ": `" + setting.key() + "` is `"
                    + text + "`; expected " + setting.kind().expected());
        }
        return value;
    }

    /** The value; a first pass has made sure that there is one. */
    private <T> T get(Setting<T> setting) {
        return value(setting).orElseThrow();
    }

    private Optional<Settings> settings() {
        for (Setting<?> each : KnownSettings.ALL) {
            value(each);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Settings(
                new Settings.Identity(
                        get(KnownSettings.NAME),
                        get(KnownSettings.DID),
                        folder.resolve(get(KnownSettings.DATA_FOLDER)).normalize(),
                        get(KnownSettings.DEVELOPMENT)),
                new Settings.Organisation(
                        get(KnownSettings.ORGANISATION),
                        get(KnownSettings.COUNTRY),
                        get(KnownSettings.ROLE),
                        get(KnownSettings.KIND),
                        get(KnownSettings.SECTOR),
                        get(KnownSettings.SUBJECT_TO)),
                new Settings.Dsp(
                        get(KnownSettings.PUBLIC_URL).map(SettingsReader::withoutSlash),
                        get(KnownSettings.DSP_BIND),
                        get(KnownSettings.DSP_PORT),
                        get(KnownSettings.ADDRESS_HEADER)),
                new Settings.Management(get(KnownSettings.MANAGEMENT_BIND), get(KnownSettings.MANAGEMENT_PORT)),
                new Settings.Portal(
                        get(KnownSettings.PORTAL_BIND),
                        get(KnownSettings.PORTAL_PORT),
                        get(KnownSettings.PORTAL_URL).map(SettingsReader::withoutSlash),
                        get(KnownSettings.PORTAL_ADDRESS_HEADER),
                        get(KnownSettings.PORTAL_TIME_ZONE)),
                new Settings.Store(get(KnownSettings.STORE_URL)),
                new Settings.LawData(get(KnownSettings.LAW_FOLDER)
                        .map(path -> folder.resolve(path).normalize())),
                new Settings.Retention(get(KnownSettings.KEPT_BODIES)),
                new Settings.Register(get(KnownSettings.SYNC_EVERY)),
                limits(),
                new Settings.Tls(
                        file(KnownSettings.TLS_CERTIFICATE),
                        file(KnownSettings.TLS_KEY),
                        get(KnownSettings.TLS_PASSWORD),
                        get(KnownSettings.TLS_LISTENERS)),
                new Settings.Peers(
                        get(KnownSettings.CONNECT_TIME),
                        get(KnownSettings.ANSWER_TIME),
                        size(KnownSettings.ANSWER_BYTES, 64 << 20)),
                new Settings.Retry(
                        get(KnownSettings.FIRST_DELAY),
                        get(KnownSettings.RETRY_FACTOR),
                        get(KnownSettings.LONGEST_DELAY),
                        get(KnownSettings.ATTEMPTS),
                        get(KnownSettings.GIVE_UP)),
                new Settings.Data(
                        get(KnownSettings.DATA_URL).map(SettingsReader::withoutSlash),
                        get(KnownSettings.DATA_BIND),
                        get(KnownSettings.DATA_PORT),
                        get(KnownSettings.DATA_ADDRESS_HEADER),
                        get(KnownSettings.PULL),
                        get(KnownSettings.RECEIVED_BYTES),
                        get(KnownSettings.DATA_FOLDERS).stream().map(Path::of).toList()),
                new Settings.Catalogs(
                        get(KnownSettings.CATALOG_PEERS),
                        get(KnownSettings.CATALOG_READ_EVERY),
                        get(KnownSettings.CATALOG_PEER_DATASETS)),
                new Settings.Evidence(
                        get(KnownSettings.CHECKPOINT),
                        get(KnownSettings.OPEN_ENTRIES),
                        get(KnownSettings.WITNESSES)
                                .map(path -> folder.resolve(path).normalize()),
                        get(KnownSettings.WITNESS_INTERVAL),
                        new Settings.Timestamps(
                                get(KnownSettings.TIMESTAMP_AUTHORITIES)
                                        .map(path -> folder.resolve(path).normalize()),
                                get(KnownSettings.TIMESTAMP_INTERVAL),
                                get(KnownSettings.TIMESTAMP_GRACE),
                                get(KnownSettings.TIMESTAMPS_NEEDED),
                                get(KnownSettings.TIMESTAMP_ANSWER_TIME))),
                mail(),
                new Settings.Log(get(KnownSettings.LOG_LEVEL)),
                developmentPeer(),
                written()));
    }

    private Map<String, String> written() {
        return KnownSettings.ALL.stream()
                .collect(Collectors.toMap(
                        Setting::key,
                        each -> Optional.ofNullable(lines.get(each.key()))
                                .map(KeyValueFile.Line::value)
                                .orElse(each.byDefault())));
    }

    /** The peer without DIDs: named whole or not at all, and in development mode alone. */
    private Optional<StaticPeer> developmentPeer() {
        Optional<String> did = get(KnownSettings.PEER_DID);
        Optional<String> accepts = get(KnownSettings.PEER_ACCEPTS);
        Optional<String> sends = get(KnownSettings.PEER_SENDS);
        Optional<String> name = get(KnownSettings.PEER_NAME);
        Optional<URI> address = get(KnownSettings.PEER_ADDRESS);
        if (Stream.of(did, accepts, sends, name, address).allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        if (!get(KnownSettings.DEVELOPMENT)) {
            problems.add("a `development.peer-...` is set; it needs `node.development = true`");
            return Optional.empty();
        }
        if (did.isEmpty() || accepts.isEmpty() || sends.isEmpty()) {
            problems.add("`development.peer-did`, `development.peer-accepts` and `development.peer-sends` are set"
                    + " together or not at all");
            return Optional.empty();
        }
        return switch (Did.parse(did.get(), Admission.DEVELOPMENT)) {
            case Did.Parse.Parsed(Did peer) ->
                Optional.of(new StaticPeer(
                        peer,
                        name.orElse(peer.text()),
                        accepts.get(),
                        sends.get(),
                        address.map(SettingsReader::withoutSlash),
                        get(KnownSettings.PEER_PAUSE)));
            case Did.Parse.Malformed(String words) -> {
                problems.add("`development.peer-did`: " + words);
                yield Optional.empty();
            }
        };
    }

    private Optional<Settings.Mail> mail() {
        Optional<String> host = get(KnownSettings.MAIL_HOST);
        Optional<String> from = get(KnownSettings.MAIL_FROM);
        if (host.isPresent() && from.isEmpty()) {
            problems.add("`mail.host` is set; it needs `mail.from`, the address that e-mails come from");
        }
        return host.flatMap(server -> from.map(address -> new Settings.Mail(
                server,
                get(KnownSettings.MAIL_PORT),
                get(KnownSettings.MAIL_SECURITY),
                get(KnownSettings.MAIL_USER),
                get(KnownSettings.MAIL_PASSWORD),
                address)));
    }

    private Settings.Limits limits() {
        return new Settings.Limits(
                size(KnownSettings.MESSAGE_BYTES, 16 << 20),
                size(KnownSettings.HEADER_BYTES, 1 << 20),
                get(KnownSettings.REQUESTS_PER_MINUTE),
                get(KnownSettings.REQUESTS_AT_ONCE),
                get(KnownSettings.CONNECTIONS),
                get(KnownSettings.CONNECTIONS_PER_ADDRESS),
                get(KnownSettings.HEAD_TIME),
                get(KnownSettings.IDLE_TIME));
    }

    private Optional<Path> file(Setting<Optional<String>> setting) {
        return get(setting).map(path -> folder.resolve(path).normalize());
    }

    /** A size that is held in memory, and so has a most of its own. */
    private int size(Setting<Long> setting, int most) {
        long bytes = get(setting);
        if (bytes < 1024 || bytes > most) {
            problems.add("`" + setting.key() + "` is " + bytes + " bytes; expected 1 KiB to " + (most >> 20) + " MiB");
        }
        return (int) Math.min(bytes, most);
    }

    /** What single values cannot tell. */
    private void checkTogether(Settings settings) {
        Optional<URI> address = settings.dsp().publicUrl();
        Admission admission = settings.node().admission();
        Settings.Tls tls = settings.tls();
        if (tls.certificate().isEmpty()
                && (tls.key().isPresent() || tls.password().isPresent())) {
            problems.add("`tls.key` or `tls.password` is set; name the certificate in `tls.certificate` as well");
        }
        address.map(each -> NodeDid.of(settings.node().did(), each, admission)).ifPresent(this::refuseMalformed);
        if (settings.node().isDevelopment()) {
            return;
        }
        if (address.isEmpty()) {
            problems.add("`dsp.public-url` is needed unless `node.development = true`");
        }
        refuseUnreachable("dsp.public-url", address);
        refuseUnreachable("data.public-url", settings.data().publicUrl());
    }

    private void refuseUnreachable(String key, Optional<URI> address) {
        address.filter(each -> !each.getScheme().toLowerCase(Locale.ROOT).equals("https"))
                .ifPresent(each -> problems.add("`" + key + "` is `" + each
                        + "`; it must begin with https:// unless `node.development = true`"));
        address.filter(each -> isLocal(each.getHost()))
                .ifPresent(each -> problems.add("`" + key + "` is `" + each
                        + "`; no peer can reach this host; or set `node.development = true`"));
    }

    private void refuseMalformed(Did.Parse parse) {
        if (parse instanceof Did.Parse.Malformed(String words)) {
            problems.add("this node would have no DID: " + words + "; set `node.did`");
        }
    }

    private static boolean isLocal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.startsWith("127.")
                || name.equals("[::1]");
    }

    private static URI withoutSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? withoutSlash(URI.create(text.substring(0, text.length() - 1))) : address;
    }
}
