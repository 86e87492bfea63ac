package org.hasekura.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hasekura.tests.ChildJvm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official conformance kit of DSP 2025-1 against a node of ours, over HTTP, in both roles. Each of the kit's tests is
 * one here; two of them are disabled in the kit itself.
 */
@Tag("kit-dsp")
@DisplayName("The DSP conformance kit")
class DspKitTest {

    private static final int TESTS = 65;
    private static final long SECONDS_MAX = 300;

    @TempDir
    private Path folder = Path.of("");

    /** Each test is told as soon as the kit is done with it. */
    @TestFactory
    @DisplayName("passes")
    Stream<DynamicTest> kit() throws IOException {
        KitNode node = KitNode.start(folder, 0, 0);
        Process kit = start(new KitSettings(node.did(), node.dspPort(), node.triggersPort(), freePort()));
        BufferedReader lines = kit.inputReader(StandardCharsets.UTF_8);
        var run = new AtomicInteger();
        Stream<DynamicTest> tests = lines.lines()
                .map(line -> line.split("\t", -1))
                .map(words -> {
                    System.out.println("kit " + String.join("  ", words).strip());
                    return DynamicTest.dynamicTest(words[1], () -> judge(words[0], words[2], run));
                });
        Stream<DynamicTest> last = Stream.of(DynamicTest.dynamicTest("all of its tests were run", () -> {
            assertThat(kit.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            assertThat(kit.exitValue()).isZero();
            assertThat(run).hasValue(TESTS);
        }));
        return Stream.concat(tests, last).onClose(() -> {
            kit.destroyForcibly();
            close(node);
        });
    }

    private static void judge(String how, String why, AtomicInteger run) {
        Assumptions.assumeFalse(how.equals("skip"), why);
        run.incrementAndGet();
        if (!how.equals("pass")) {
            fail(why);
        }
    }

    private Process start(KitSettings settings) throws IOException {
        Path file = Files.writeString(folder.resolve("kit.properties"), settings.text());
        Path log = folder.resolve("kit.log");
        Process kit = ChildJvm.of(ChildJvm.QUICK, KitRunner.class, List.of(file.toString(), log.toString()))
                .redirectError(folder.resolve("kit.err").toFile())
                .start();
        // A kit that hangs is ended, and with it the lines that this test waits for.
        CompletableFuture.delayedExecutor(SECONDS_MAX, TimeUnit.SECONDS).execute(kit::destroyForcibly);
        return kit;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void close(KitNode node) {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
