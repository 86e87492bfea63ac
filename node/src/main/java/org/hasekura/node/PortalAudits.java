package org.hasekura.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntrySample;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.Timeline;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.portal.Audits;
import org.hasekura.portal.Dossier;

/** The evidence for whoever checks it on pages, by the same services as an auditor's access. */
final class PortalAudits implements Audits {

    private static final String READER = "a regulator, on the pages";
    private static final int SEED_BYTES = 12;

    /** So many of the last entries are looked through for rulings. */
    private static final long LOOKED_THROUGH = 200_000;

    private static final int BATCH = 1_024;
    private static final int RESTING_MAX = 200;

    private final Means means;
    private final Proving proving;
    private final Reviews reviews;
    private final EntryStore entries;

    PortalAudits(Means means, Proving proving) {
        this.means = means;
        this.proving = proving;
        this.entries = means.store().entries();
        this.reviews = new Reviews(means.exchangeStore(), entries, proving.bundles());
    }

    /** The tree that is shown; that it is shown is in it. */
    private Checkpoint recorded(Entry.Shown shown, BundleScope.Period period, String more) throws IOException {
        proving.access()
                .record(READER, shown, "from " + period.from() + " until " + period.until() + more, entries.size());
        return Checkpoint.parse(proving.published().refresh().text()).orElseThrow();
    }

    private Timeline.Reading read(BundleScope.Period period, Checkpoint checkpoint) throws IOException {
        return Timeline.read(
                period,
                _ -> true,
                entries,
                proving.published().log().hashes(),
                checkpoint.head().size());
    }

    @Override
    public Timeline timeline(BundleScope.Period period) throws IOException {
        return read(period, recorded(Entry.Shown.TIMELINE, period, "")).timeline();
    }

    @Override
    public Draw draw(BundleScope.Period period, Optional<String> seed) throws IOException {
        Checkpoint now = Checkpoint.parse(proving.published().refresh().text()).orElseThrow();
        return new Draw(
                seed.orElseGet(this::freshSeed), read(period, now).timeline().entries());
    }

    @Override
    public Sample sample(BundleScope.Period period, Draw draw, int size) throws IOException {
        Timeline.Reading read = read(period, recorded(Entry.Shown.SAMPLE, period, ", seed " + draw.seed()));
        long population = Math.min(draw.population(), read.timeline().entries());
        var drawn = new ArrayList<Dossier.Recorded>();
        for (long number : EntrySample.of(draw.seed(), population, size)) {
            long index = read.index(number);
            byte[] bytes = entries.read(index, 1).getFirst();
            if (Entry.parse(bytes) instanceof Parsed.Valid<Entry>(Entry entry)) {
                drawn.add(new Dossier.Recorded(index, entry, new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        return new Sample(draw.seed(), population, drawn);
    }

    private String freshSeed() {
        byte[] bytes = new byte[SEED_BYTES];
        means.random().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void bundle(BundleScope.Period period, OutputStream sink) throws IOException {
        Bundles bundles = proving.bundles();
        bundles.write(bundles.contents(period, List.of(), false, Optional.empty()), sink);
    }

    @Override
    public byte[] receipt(long index) throws IOException {
        proving.access().record(READER, Entry.Shown.RECEIPT, "entry " + index, entries.size());
        if (index >= proving.receipts().count()) {
            throw new IOException("there is no entry " + index);
        }
        return proving.receipts().of(index, List.of()).bytes();
    }

    @Override
    public byte[] review(YearMonth first, YearMonth last) throws IOException {
        proving.access().record(READER, Entry.Shown.REVIEW, "from " + first + " to " + last, 0);
        var pack = new ReviewPack(
                means.did(),
                first,
                last,
                means.law().now().lawDataVersion(),
                means.isDevelopment(),
                reviews.of(first, last).rows());
        return ReviewJson.write(pack).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Resting> restingOn(String provision) throws StoreFailed {
        var resting = new ArrayList<Resting>();
        try {
            long size = entries.size();
            for (long at = Math.max(0, size - LOOKED_THROUGH); at < size; at += BATCH) {
                for (byte[] each : entries.read(at, (int) Math.min(BATCH, size - at))) {
                    if (Entry.parse(each) instanceof Parsed.Valid<Entry>(Entry.RulingGiven ruling)
                            && ruling.basis().contains(provision)) {
                        resting.add(resting(ruling));
                    }
                }
            }
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            throw new StoreFailed("the log cannot be read", e);
        }
        return resting.reversed().stream().distinct().limit(RESTING_MAX).toList();
    }

    private Resting resting(Entry.RulingGiven ruling) throws StoreFailed {
        Optional<String> negotiation = Optional.empty();
        if (ruling.pid().isPresent()) {
            negotiation = means.exchangeStore().negotiation(ruling.pid().get()).map(each -> each.pid());
        }
        return new Resting(
                negotiation,
                ruling.datasetId(),
                ruling.recipient(),
                ruling.judgedFor(),
                ruling.outcome().name());
    }
}
