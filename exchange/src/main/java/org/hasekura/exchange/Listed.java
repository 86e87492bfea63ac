package org.hasekura.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset that can be found: one of this node's own on offer, or one of a peer's catalog that was read. Its number is
 * given when it is listed, grows from one to the next, and is never given again.
 */
public sealed interface Listed {

    /** Where it stands among all that were ever listed. */
    long number();

    String id();

    /** By language tag. */
    Map<String, String> titles();

    /** By language tag. */
    Map<String, String> descriptions();

    List<String> keywords();

    List<String> themes();

    /** What it says itself that it is about. */
    List<String> countries();

    Optional<Boolean> personal();

    Optional<String> licence();

    /** One of this node's own. */
    record Own(long number, Dataset dataset) implements Listed {
        @Override
        public String id() {
            return dataset.id();
        }

        @Override
        public Map<String, String> titles() {
            return dataset.titles();
        }

        @Override
        public Map<String, String> descriptions() {
            return dataset.descriptions();
        }

        @Override
        public List<String> keywords() {
            return dataset.keywords();
        }

        @Override
        public List<String> themes() {
            return dataset.themes();
        }

        @Override
        public List<String> countries() {
            return dataset.countries();
        }

        @Override
        public Optional<Boolean> personal() {
            return dataset.isPersonal();
        }

        @Override
        public Optional<String> licence() {
            return dataset.licence();
        }
    }

    /**
     * One of a peer.
     *
     * @param seen when it last stood in the peer's catalog
     */
    record OfPeer(long number, String peer, DatasetView dataset, Instant seen) implements Listed {
        @Override
        public String id() {
            return dataset.id();
        }

        @Override
        public Map<String, String> titles() {
            return dataset.titles();
        }

        @Override
        public Map<String, String> descriptions() {
            return dataset.descriptions();
        }

        @Override
        public List<String> keywords() {
            return dataset.keywords();
        }

        @Override
        public List<String> themes() {
            return dataset.themes();
        }

        @Override
        public List<String> countries() {
            return dataset.countries();
        }

        @Override
        public Optional<Boolean> personal() {
            return dataset.personal();
        }

        @Override
        public Optional<String> licence() {
            return dataset.licence();
        }
    }
}
