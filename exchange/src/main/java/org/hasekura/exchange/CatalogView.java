package org.hasekura.exchange;

import java.util.List;

/**
 * A page of a peer's catalog, as a consumer needs it. Catalogs nested in it belong to other participants' services and
 * are passed over.
 *
 * @param unread the datasets and services that cannot be read, so that nobody takes the list for complete
 */
public record CatalogView(String id, String participantId, List<DatasetView> datasets, List<Unread> unread) {
    public CatalogView {
        datasets = List.copyOf(datasets);
        unread = List.copyOf(unread);
    }

    /** Something that could not be read: where it stands and why. */
    public record Unread(String path, String words) {}
}
