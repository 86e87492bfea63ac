package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;

/** What one side's store has acknowledged, kept outside of it: none of it may ever be missing, or stand elsewhere. */
final class Ledger {

    private final Map<Long, Hash> acknowledged = new TreeMap<>();

    /**
     * What a start has found.
     *
     * @param acknowledged entries that were acknowledged before
     * @param present of these, those that are there
     * @param extra entries that are there although nobody was told: their commit became durable, and then the node died
     */
    record Account(int acknowledged, int present, int extra) {}

    void acknowledge(long first, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Hash before = acknowledged.putIfAbsent(first + i, entries.get(i).leafHash());
            assertThat(before).as("index %s is given once", first + i).isNull();
        }
    }

    /** Asserts that all is there. */
    Account check(List<Entry> stored) {
        long present = acknowledged.entrySet().stream()
                .filter(each -> each.getKey() < stored.size()
                        && stored.get(each.getKey().intValue()).leafHash().equals(each.getValue()))
                .count();
        assertThat(present).as("acknowledged entries that are present").isEqualTo(acknowledged.size());
        return new Account(acknowledged.size(), (int) present, stored.size() - acknowledged.size());
    }
}
