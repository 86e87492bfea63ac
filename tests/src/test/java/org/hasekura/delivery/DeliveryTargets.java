package org.hasekura.delivery;

import java.util.List;
import java.util.Optional;
import org.hasekura.tests.fuzz.Target;

/** Headers of whoever fetches. */
public final class DeliveryTargets {

    private static final long TOTAL = 1_000;

    private DeliveryTargets() {}

    public static List<Target> all() {
        return List.of(Target.text("delivery/ranges", List.of("bytes=0-499", "bytes=-5", "bytes=7-"), input -> {
            if (ByteRange.of(Optional.of(input), TOTAL) instanceof ByteRange.Part(long from, long length)
                    && (from < 0 || length <= 0 || from + length > TOTAL)) {
                throw new IllegalStateException("beyond the bytes: " + from + " and " + length + " more");
            }
        }));
    }
}
