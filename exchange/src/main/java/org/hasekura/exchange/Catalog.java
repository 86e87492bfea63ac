package org.hasekura.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hasekura.evidence.Hash;

/**
 * What is on offer, as the bytes that a peer gets. DSP 2025-1 #catalog-protocol.
 *
 * <p>Everybody in the register sees what is not restricted; whoever sees more has pages of their own, shared by all who see the
 * same. To whom a dataset is not shown it is not there: no page, count, tag or answer differs for it.
 *
 * <p>Pages that are asked for again are kept whole until a dataset changes. Any other asks the store for names and
 * versions alone; the bytes of each dataset are kept from its first showing, so that nothing is read or written twice.
 * Memory is bounded by the pages and datasets kept, whatever the size of the catalog. Safe for any number of threads.
 */
public final class Catalog {

    /** Datasets on a page. */
    public static final int PAGE = 50;

    private static final int DATASETS_KEPT = 20_000;
    /** Of 40 KiB each, as a rule. */
    private static final int PAGES_KEPT = 256;

    private static final int TAG_LETTERS = 32;

    private final ExchangeStore store;
    private final CatalogSearch search;
    private final Audiences audiences;
    private final String self;
    private final String requests;
    private final DatasetBytes written;
    private final byte[] head;
    private final ConcurrentHashMap<Start, Kept> pages = new ConcurrentHashMap<>();
    /** While nothing is restricted to anybody: whoever asks gets these. */
    private final ConcurrentHashMap<String, Kept> open = new ConcurrentHashMap<>();

    /** Where a page begins, and who sees it. */
    private record Start(Audience audience, String after) {}

    /** A page that holds as long as no dataset has changed. */
    private record Kept(long datasetsChanged, Page page) {}

    public Catalog(Self self, ExchangeStore store, CatalogSearch search, Audiences audiences) {
        this.store = store;
        this.search = search;
        this.audiences = audiences;
        this.self = self.did();
        this.requests = self.dspAddress() + "/catalog/request";
        this.written = new DatasetBytes(self.dspAddress(), DATASETS_KEPT);
        this.head = CatalogJson.writeHead(self.did() + "#catalog", self.did(), self.dspAddress());
    }

    /**
     * A page of the catalog.
     *
     * @param next where the page after it begins; absent on the last one
     * @param link the same as the value of a {@code Link} header
     */
    public record Page(Shown shown, Optional<ContinuationToken> next, Optional<String> link) {
        /** A whole {@code Catalog} object. */
        public byte[] json() {
            return shown.json();
        }
    }

    /** Something to show, put together when somebody first has not seen it yet. */
    public static final class Shown {
        private final String tag;
        private final Supplier<byte[]> written;
        private volatile Optional<byte[]> json = Optional.empty();

        Shown(String tag, Supplier<byte[]> written) {
            this.tag = tag;
            this.written = written;
        }

        /** The same for the same content alone, also after a restart: letters and digits. */
        public String tag() {
            return tag;
        }

        /** The bytes themselves, not to be changed. */
        public byte[] json() {
            if (json.isEmpty()) {
                json = Optional.of(written.get());
            }
            return json.get();
        }
    }

    /**
     * The datasets that the asker sees, with an id greater than {@code after}, empty for the first page. A dataset that is published or
     * withdrawn meanwhile is on the page or not; none is shown twice when one page is read after the other.
     */
    public Page page(String asker, String after) throws StoreFailed {
        long changed = store.datasetsChanged();
        Kept known = open.get(after);
        if (known != null && known.datasetsChanged() == changed) {
            return known.page();
        }
        boolean isOpen = audiences.areAllTheSame();
        Page page = page(new Start(audiences.of(asker), after), changed);
        if (isOpen) {
            makeRoomIn(open);
            open.put(after, new Kept(changed, page));
        }
        return page;
    }

    private Page page(Start start, long changed) throws StoreFailed {
        Kept kept = pages.get(start);
        if (kept != null && kept.datasetsChanged() == changed) {
            return kept.page();
        }
        Page page = read(start);
        makeRoomIn(pages);
        pages.put(start, new Kept(changed, page));
        return page;
    }

    private static <K> void makeRoomIn(ConcurrentHashMap<K, ?> kept) {
        if (kept.size() >= PAGES_KEPT) {
            kept.keySet().stream().findFirst().ifPresent(kept::remove);
        }
    }

    private Page read(Start start) throws StoreFailed {
        List<OnOffer> listed = store.listedOnOffer(start.audience(), start.after(), PAGE + 1);
        List<DatasetBytes.Written> datasets = new ArrayList<>(PAGE);
        for (OnOffer each : listed.subList(0, Math.min(PAGE, listed.size()))) {
            Optional<DatasetBytes.Written> kept = written.kept(each);
            if (kept.isEmpty()) {
                return firstShown(start);
            }
            datasets.add(kept.get());
        }
        return page(
                datasets,
                listed.size() > PAGE ? Optional.of(listed.get(PAGE - 1).id()) : Optional.empty());
    }

    /**
     * Those that pass the filter, in the order in which they were published; {@code asker} is who would have them. One
     * that is published again meanwhile may be shown twice.
     *
     * @param last the number after which the page begins; absent for the first page
     */
    public Page page(CatalogFilter filter, OptionalLong last, String asker) throws StoreFailed {
        CatalogSearch.Found found =
                search.find(new CatalogSearch.Asked(filter.of(self), last, PAGE, Optional.of(asker), false, false));
        List<DatasetBytes.Written> datasets = new ArrayList<>(PAGE);
        for (CatalogSearch.Hit hit : found.hits()) {
            if (hit.listed() instanceof Listed.Own(long _, Dataset dataset)) {
                datasets.add(written.of(dataset));
            }
        }
        Optional<ContinuationToken> next = found.next().isPresent()
                ? Optional.of(new ContinuationToken.AfterNumber(found.next().getAsLong(), filter))
                : Optional.empty();
        return page(shown(datasets, next.isPresent()), next);
    }

    /** Some dataset of the page was not written yet: all of it is read whole, in one go. */
    private Page firstShown(Start start) throws StoreFailed {
        List<Dataset> found = store.datasetsOnOffer(start.audience(), start.after(), PAGE + 1);
        List<DatasetBytes.Written> datasets =
                found.stream().limit(PAGE).map(written::of).toList();
        return page(
                datasets, found.size() > PAGE ? Optional.of(found.get(PAGE - 1).id()) : Optional.empty());
    }

    private Page page(List<DatasetBytes.Written> datasets, Optional<String> last) {
        return page(shown(datasets, last.isPresent()), last.map(ContinuationToken.AfterId::new));
    }

    private Page page(Shown shown, Optional<ContinuationToken> next) {
        return new Page(shown, next, next.flatMap(this::link));
    }

    private Optional<String> link(ContinuationToken next) {
        URI address = URI.create(requests + "?" + ContinuationToken.PARAMETER + "=" + next.encoded());
        return new PageLinks(Optional.of(address), Optional.empty()).header();
    }

    private Shown shown(List<DatasetBytes.Written> datasets, boolean goesOn) {
        byte[][] parts = new byte[datasets.size() + 2][];
        parts[0] = head;
        parts[1] = (goesOn ? "more" : "last").getBytes(UTF_8);
        for (int i = 0; i < datasets.size(); i++) {
            parts[i + 2] = datasets.get(i).fingerprint();
        }
        return new Shown(
                Hash.sha256(parts).hex().substring(0, TAG_LETTERS),
                () -> CatalogJson.write(
                        head, datasets.stream().map(DatasetBytes.Written::json).toList()));
    }

    /** The dataset as the answer to a request for it; absent unless it is on offer and shown to the asker. */
    public Optional<Shown> dataset(String asker, String id) throws StoreFailed {
        Optional<Dataset> dataset = store.dataset(id).filter(Dataset::isOnOffer);
        if (dataset.isEmpty() || !(dataset.get().isForEveryone() || audiences.sees(asker, dataset.get()))) {
            return Optional.empty();
        }
        return dataset.map(written::of)
                .map(found -> new Shown(
                        Hash.sha256(found.fingerprint()).hex().substring(0, TAG_LETTERS),
                        () -> CatalogJson.write(found.json())));
    }
}
