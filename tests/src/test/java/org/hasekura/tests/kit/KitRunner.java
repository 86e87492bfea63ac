package org.hasekura.tests.kit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the kit in a process of its own: {@code KitRunner PROPERTIES LOG}. Writes a line for each of its tests as soon as
 * it has ended: {@code pass}, {@code fail} or {@code skip}, its name, and why, between tabs. The kit's own trace goes to
 * the log.
 */
final class KitRunner implements TestExecutionListener {

    private static final String PACKAGE = "org.eclipse.dataspacetck.dsp.verification";
    private static final String LAUNCHER = "org.eclipse.dataspacetck.dsp.system.DspSystemLauncher";

    private final PrintStream out;

    private KitRunner(PrintStream out) {
        this.out = out;
    }

    /** Its settings are the properties of the system, as the kit wants it. */
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(reader);
        }
        settings.forEach((key, value) -> System.setProperty(key.toString(), value.toString()));
        System.setProperty("dataspacetck.launcher", LAUNCHER);
        try (var log = new PrintStream(new FileOutputStream(args[1]), true, StandardCharsets.UTF_8)) {
            System.setOut(log);
            System.setErr(log);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectPackage(PACKAGE))
                    .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
                    .build();
            Launcher launcher = LauncherFactory.create();
            launcher.execute(request, new KitRunner(out));
        }
        // The kit leaves threads behind.
        System.exit(0);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        tell(test, "skip", reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean isPassed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        // A class that could not be set up hides its tests: it is told as a failed one.
        if (test.isTest() || !isPassed) {
            tell(
                    test,
                    isPassed ? "pass" : "fail",
                    result.getThrowable().map(KitRunner::words).orElse(""));
        }
    }

    private void tell(TestIdentifier test, String how, String why) {
        out.println(how + "\t" + line(test.getDisplayName()) + "\t" + line(why));
    }

    private static String words(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
