package org.hasekura.resilience;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A made-up network of firms.
 *
 * @param network links and final demand, in money per day
 */
public record Synthetic(ProductionNetwork network) {

    /** What it is made after. */
    public enum Recipe {
        /** Firms as in Japan: few sell and buy very much, sectors buy of certain sectors ({@link HubNetwork}). */
        HUB,
        /** The network that another program for {@link Esri} is measured on, which has no hubs ({@link FlatNetwork}). */
        DEVETAK
    }

    /** Fewer firms make no network. */
    public static final int FIRMS_MIN = 100;

    /** More firms have more links than an array has places. */
    public static final int FIRMS_MAX = 50_000_000;

    /**
     * Makes a network; the same for the same recipe, number and seed, whatever the number of threads.
     *
     * @throws IllegalArgumentException if there are too few or too many firms
     */
    public static Synthetic of(Recipe recipe, int firms, long seed, Workers workers) {
        if (firms < FIRMS_MIN || firms > FIRMS_MAX) {
            throw new IllegalArgumentException(
                    "a network has " + FIRMS_MIN + " to " + FIRMS_MAX + " firms, not " + firms);
        }
        return new Synthetic(
                switch (recipe) {
                    case HUB -> new HubNetwork(firms, seed, workers).make();
                    case DEVETAK -> new FlatNetwork(firms, seed, workers).make();
                });
    }

    /**
     * Needs between sectors, drawn at random in the proportions of the published matrix of 616 sectors: 71 % none, 12 %
     * linear, 17 % essential.
     */
    public static Essentiality essentiality(int sectors, long seed) {
        byte[] classes = new byte[sectors * sectors];
        for (int i = 0; i < classes.length; i++) {
            double at = new Chance(seed, 40, i).uniform();
            classes[i] = at < 0.71 ? Essentiality.NONE : at < 0.83 ? Essentiality.LINEAR : Essentiality.ESSENTIAL;
        }
        return Essentiality.of(sectors, classes);
    }

    /** SHA-256 over sectors, links, amounts and final demand: two networks are the same if it is. */
    public String hash() {
        FirmNetwork links = network.links();
        Digest digest = new Digest();
        for (int firm = 0; firm < links.firms(); firm++) {
            digest.add(links.sector(firm));
            digest.add(links.firstLink(firm));
            digest.add(Double.doubleToLongBits(network.finalDemand()[firm]));
        }
        for (int link = 0; link < links.links(); link++) {
            digest.add(links.customer(link));
            digest.add(Double.doubleToLongBits(links.amount(link)));
        }
        return digest.hex();
    }

    private static final class Digest {
        private final MessageDigest sha256;
        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

        Digest() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        void add(long number) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.putLong(number);
        }

        String hex() {
            flush();
            return HexFormat.of().formatHex(sha256.digest());
        }

        private void flush() {
            sha256.update(buffer.flip());
            buffer.clear();
        }
    }
}
