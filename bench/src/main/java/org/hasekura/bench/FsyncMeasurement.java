package org.hasekura.bench;

import java.io.IOException;
import java.util.List;

/** The disk's own speed: the limit of what is durable. */
final class FsyncMeasurement implements Measurement {

    private static final int ROUNDS = 7;
    private static final int SYNCS = 40;

    @Override
    public String name() {
        return "fsync";
    }

    @Override
    public String about() {
        return "how long this disk takes to sync 4 KiB";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = place.disk().fsyncMillis(SYNCS);
        }
        return List.of(Figure.of("fdatasync of 4 KiB, appended", Amount.of("ms", rounds))
                .saying("the limit for what follows; measured again beside each round"));
    }
}
