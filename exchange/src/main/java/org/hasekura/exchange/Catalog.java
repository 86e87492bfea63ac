package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is on offer, as the bytes that a peer gets. DSP 2025-1 #catalog-protocol.
 *
 * <p>A page asks the store for names and versions alone; the bytes of each dataset are kept from its first showing, so
 * that nothing is read or written twice. Memory is bounded by the datasets kept, whatever the size of the catalog. Safe
 * for any number of threads.
 */
public final class Catalog {

    /** Datasets on a page. */
    public static final int PAGE = 50;

    private static final int DATASETS_KEPT = 50_000;

    private final ExchangeStore store;
    private final DatasetBytes written;
    private final byte[] head;

    public Catalog(Self self, ExchangeStore store) {
        this.store = store;
        this.written = new DatasetBytes(self.dspAddress(), DATASETS_KEPT);
        this.head = CatalogJson.writeHead(self.did() + "#catalog", self.did(), self.dspAddress());
    }

    /**
     * A page of the catalog.
     *
     * @param json a whole {@code Catalog} object
     * @param next where the page after it begins; absent on the last one
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Page(byte[] json, Optional<ContinuationToken> next) {}

    /**
     * The datasets with an id greater than {@code after}, empty for the first page. A dataset that is published or
     * withdrawn meanwhile is on the page or not; none is shown twice when one page is read after the other.
     */
    public Page page(String after) throws StoreFailed {
        List<OnOffer> listed = store.listedOnOffer(after, PAGE + 1);
        List<byte[]> datasets = new ArrayList<>(PAGE);
        for (OnOffer each : listed.subList(0, Math.min(PAGE, listed.size()))) {
            Optional<byte[]> kept = written.kept(each);
            if (kept.isEmpty()) {
                return firstShown(after);
            }
            datasets.add(kept.get());
        }
        return page(
                datasets,
                listed.size() > PAGE ? Optional.of(listed.get(PAGE - 1).id()) : Optional.empty());
    }

    /** Some dataset of the page was not written yet: all of it is read whole, in one go. */
    private Page firstShown(String after) throws StoreFailed {
        List<Dataset> found = store.datasetsOnOffer(after, PAGE + 1);
        List<byte[]> datasets = found.stream().limit(PAGE).map(written::of).toList();
        return page(
                datasets, found.size() > PAGE ? Optional.of(found.get(PAGE - 1).id()) : Optional.empty());
    }

    private Page page(List<byte[]> datasets, Optional<String> last) {
        return new Page(CatalogJson.write(head, datasets), last.map(ContinuationToken::new));
    }

    /** The dataset as the answer to a request for it; absent unless it is on offer. */
    public Optional<byte[]> dataset(String id) throws StoreFailed {
        return store.dataset(id).filter(Dataset::isOnOffer).map(found -> CatalogJson.write(written.of(found)));
    }
}
