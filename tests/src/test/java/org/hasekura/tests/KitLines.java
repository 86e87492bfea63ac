package org.hasekura.tests;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Tells each test of a kit by a line of its own as soon as it has ended, as the launcher shows them. */
final class KitLines implements TestWatcher {

    @Override
    public void testSuccessful(ExtensionContext test) {
        tell("pass", test, "");
    }

    @Override
    public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
        tell("fail", test, why(Optional.ofNullable(cause)));
    }

    @Override
    public void testAborted(ExtensionContext test, @Nullable Throwable cause) {
        tell("skip", test, why(Optional.ofNullable(cause)));
    }

    @Override
    public void testDisabled(ExtensionContext test, Optional<String> reason) {
        tell("skip", test, reason.orElse(""));
    }

    private static String why(Optional<Throwable> cause) {
        return cause.map(Throwable::getMessage).orElse("");
    }

    private static void tell(String how, ExtensionContext test, String why) {
        String line = "kit " + how + "  " + test.getDisplayName() + "  " + why.replaceAll("\\s+", " ");
        System.out.println(line.strip());
    }
}
