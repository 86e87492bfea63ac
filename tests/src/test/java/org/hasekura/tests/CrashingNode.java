package org.hasekura.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StandardConduct;
import org.hasekura.exchange.testing.CommitPoints;
import org.hasekura.law.Law;
import org.hasekura.node.Ground;
import org.hasekura.node.Node;
import org.hasekura.node.Settings;
import org.hasekura.node.SettingsReader;

/**
 * A node like that of {@code node --config} whose process ends at a commit that it is told on its input: {@code before 3}
 * is the third from now on, with nothing of it written; {@code after 3} the same with all of it written and nobody told.
 *
 * <p>What it has acknowledged to the exchange it notes in a file, by index and hash of the entries: none of them may ever
 * be missing from the log, or stand elsewhere.
 */
final class CrashingNode {

    /** In the data folder: a line with index and leaf hash of each acknowledged entry. */
    static final String ACKNOWLEDGED = "acknowledged.txt";

    private static final AtomicLong BEFORE = new AtomicLong(Long.MAX_VALUE);
    private static final AtomicLong AFTER = new AtomicLong(Long.MAX_VALUE);
    private static final AtomicLong COMMITS = new AtomicLong();

    private CrashingNode() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Settings settings = switch (SettingsReader.read(Files.readString(file), Path.of(""))) {
            case SettingsReader.Reading.Read(Settings read) -> read;
            case SettingsReader.Reading.Refused(var problems) -> throw new IOException(String.join("; ", problems));
        };
        Path acknowledged = settings.node().dataFolder().resolve(ACKNOWLEDGED);
        try (Ground ground = Ground.prepare(settings, new SecureRandom());
                Node node = Node.start(
                        ground,
                        Law.load(),
                        new StandardConduct(),
                        store -> noting(acknowledged, crashing(store)),
                        Clock.systemUTC(),
                        () -> {})) {
            PrintStream out = System.out;
            out.println("did " + node.did());
            out.println("peers " + ground.publicUrl());
            out.println("management " + ground.managementUrl());
            ground.token().toTellOnce().ifPresent(token -> out.println("token " + token));
            out.println("ready");
            obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
        }
    }

    private static void obey(BufferedReader in, PrintStream out) throws IOException {
        for (String line : (Iterable<String>) in.lines()::iterator) {
            long at = COMMITS.get() + Long.parseLong(line.substring(line.indexOf(' ') + 1));
            (line.startsWith("before") ? BEFORE : AFTER).set(at);
            out.println("armed");
        }
    }

    private static ExchangeStore crashing(ExchangeStore store) {
        return new CommitPoints(store, new CommitPoints.Happening() {
            @Override
            public void before(long commit) {
                COMMITS.accumulateAndGet(commit, Math::max);
                endAt(commit, BEFORE);
            }

            @Override
            public void after(long commit) {
                endAt(commit, AFTER);
            }
        });
    }

    private static void endAt(long commit, AtomicLong point) {
        if (commit >= point.get()) {
            Runtime.getRuntime().halt(137);
        }
    }

    /** Only a commit that has returned was acknowledged. */
    private static ExchangeStore noting(Path file, ExchangeStore store) {
        return (ExchangeStore) Proxy.newProxyInstance(
                CrashingNode.class.getClassLoader(), new Class<?>[] {ExchangeStore.class}, (_, method, arguments) -> {
                    try {
                        Object answer = method.invoke(store, arguments);
                        if (answer instanceof Committed.Done done && arguments[0] instanceof Commit commit) {
                            note(file, done.firstIndex(), commit);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void note(Path file, long firstIndex, Commit commit) {
        var lines = new StringBuilder();
        for (int i = 0; i < commit.entries().size(); i++) {
            lines.append(firstIndex + i)
                    .append(' ')
                    .append(commit.entries().get(i).leafHash().hex())
                    .append('\n');
        }
        try {
            // One write of the whole: the operating system keeps it when this process ends.
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
