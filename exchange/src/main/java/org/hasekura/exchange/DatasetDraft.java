package org.hasekura.exchange;

import java.time.Instant;

/**
 * A description of a dataset that was begun and not published: nobody but this node's own people sees it, and it may lack what a
 * dataset needs. One of the same id that is on offer stays as it is.
 *
 * @param id of the dataset it would become
 * @param description the text of it, opaque here
 * @param version grows by one with each change
 */
public record DatasetDraft(String id, String description, Instant saved, long version) {}
