package org.hasekura.portal;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.identity.Participant;
import org.hasekura.policy.Offer;

/**
 * What the portal asks of the node about who takes part and what is on offer, here and elsewhere, and has it do. What is done is durable
 * when a method returns.
 */
public interface Market {

    CatalogSearch.Found find(CatalogSearch.Asked asked) throws StoreFailed;

    /**
     * Asks a peer for a dataset of its catalog.
     *
     * @throws IOException when the peer cannot be found or does not offer it now, in words; nothing was done
     */
    Answer<Negotiation> ask(Did peer, String dataset, String offer) throws IOException;

    /** This node's own that are on offer, by their ids; at most {@code limit}. */
    List<Dataset> offered(int limit) throws StoreFailed;

    Optional<Dataset> dataset(String id) throws StoreFailed;

    /** Puts a dataset on offer, or in the place of the one of the same id. */
    Published publish(Offering offering) throws StoreFailed;

    /** Takes a dataset off the catalog at once; empty when there is none of that id on offer. */
    Optional<Committed> withdraw(String id, String reason) throws StoreFailed;

    /** Whom the register knows, by their DIDs. */
    List<Participant> participants() throws StoreFailed;

    Optional<Participant> participant(Did did) throws StoreFailed;

    Committed register(Participant participant) throws StoreFailed;

    /** Reads a DID from text; empty when this node does not admit it, for instance because it names this machine. */
    Optional<Did> did(String text);

    /** What is to be found at the address of a DID right now. */
    Announced look(Did did);

    Instant now();

    /**
     * A dataset that somebody wants to put on offer.
     *
     * @param facts in the words of the law's cases
     */
    record Offering(
            String id,
            Map<String, String> titles,
            Map<String, String> descriptions,
            List<String> themes,
            Optional<String> licence,
            Map<String, String> facts,
            Offer offer,
            Dataset.Answering answering,
            Source source) {
        public Offering {
            titles = Map.copyOf(titles);
            descriptions = Map.copyOf(descriptions);
            themes = List.copyOf(themes);
            facts = Map.copyOf(facts);
        }
    }

    /** Where the bytes of a dataset come from. */
    sealed interface Source {

        /** A file on the node's machine, by its path. */
        record File(String path) implements Source {}

        /** Text that was typed or pasted, such as rows of CSV. */
        record Typed(String text) implements Source {}

        /**
         * What an address of the web answers when it is published; it is not asked again.
         *
         * @param authorization the header with which it is asked, this once; kept nowhere
         */
        record Api(URI address, Optional<String> authorization) implements Source {

            /** Without what opens it. */
            @Override
            public String toString() {
                return "Api[" + address + "]";
            }
        }
    }

    /** What became of a publication. */
    sealed interface Published {
        record Done() implements Published {}

        record Refused(String why) implements Published {}
    }

    /** What the DID document of a counterparty announces, or why it could not be read. */
    sealed interface Announced {

        /**
         * It was read.
         *
         * @param services their types
         */
        record Found(List<String> services) implements Announced {
            public Found {
                services = List.copyOf(services);
            }
        }

        record NotFound(String why) implements Announced {}
    }
}
