package org.hasekura.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.Timeline;
import org.hasekura.exchange.StoreFailed;

/**
 * What the portal asks of the node's evidence log, for whoever checks it. What is shown is itself an entry of the log, durable
 * before it is shown.
 */
public interface Audits {

    /**
     * What happened in a period, by day and kind, with every entry compared with the tree that was signed.
     *
     * @throws IOException when it cannot be read or recorded now; nothing was shown
     */
    Timeline timeline(BundleScope.Period period) throws IOException;

    /**
     * What a sample would be drawn from now. It shows nothing of the log, so it is no entry of it.
     *
     * @param seed empty: the node chooses one
     * @throws IOException when it cannot be read now
     */
    Draw draw(BundleScope.Period period, Optional<String> seed) throws IOException;

    /**
     * A random sample that anybody can draw again, also when the log has grown since.
     *
     * @throws IOException when it cannot be read or recorded now; nothing was shown
     */
    Sample sample(BundleScope.Period period, Draw draw, int size) throws IOException;

    /**
     * Everything of a period in one file that checks itself, without bodies.
     *
     * @throws IOException when it cannot be made now, in words
     */
    void bundle(BundleScope.Period period, OutputStream sink) throws IOException;

    /**
     * The proof of one entry.
     *
     * @throws IOException when it cannot be made now, in words
     */
    byte[] receipt(long index) throws IOException;

    /**
     * The review pack of some months, as {@code hasekura review make} writes it.
     *
     * @throws IOException when it cannot be made now, in words
     */
    byte[] review(YearMonth first, YearMonth last) throws IOException;

    /** Rulings of the log that rest on a provision, the newest first. */
    List<Resting> restingOn(String provision) throws StoreFailed;

    /**
     * From what is drawn.
     *
     * @param population the first so many entries of the period, in the order of the log
     */
    record Draw(String seed, long population) {}

    /**
     * A sample.
     *
     * @param population from how many entries it was drawn
     */
    record Sample(String seed, long population, List<Dossier.Recorded> entries) {
        public Sample {
            entries = List.copyOf(entries);
        }
    }

    /**
     * That a ruling of this node rests on a provision.
     *
     * @param exchange the pid of the negotiation it belongs to; empty where it is not known
     * @param recipient DID of who would receive the data
     * @param outcome as the log has it
     */
    record Resting(Optional<String> exchange, String dataset, String recipient, LocalDate judgedFor, String outcome) {}
}
