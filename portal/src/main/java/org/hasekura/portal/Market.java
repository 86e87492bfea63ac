package org.hasekura.portal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Description;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.PeerCatalog;
import org.hasekura.exchange.Shape;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Visibility;
import org.hasekura.identity.Did;
import org.hasekura.identity.Participant;

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
    Published publish(Description description) throws StoreFailed;

    /** The same, and discards the draft of that id. */
    Published publishDraft(Description description) throws StoreFailed;

    /** How a dataset on offer would be described to publish it again. */
    Optional<Description> described(String id) throws StoreFailed;

    /** What the bytes of a source look like, as a proposal; empty where that cannot be told. */
    Optional<Shape> proposal(Description.Source source);

    /** Descriptions that are not published, by their ids; at most {@code limit}. */
    List<Drafted> drafts(int limit) throws StoreFailed;

    Optional<Drafted> draft(String id) throws StoreFailed;

    /** Keeps a description that is not published; it may lack anything but its id. */
    Published keep(Description description) throws StoreFailed;

    /** Discards a description that is not published; empty when there is none of that id. */
    Optional<Committed> discard(String id) throws StoreFailed;

    /** Shows a dataset on offer to others than before; empty when there is none of that id on offer. */
    Optional<Committed> show(String id, Visibility visibility) throws StoreFailed;

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

    /** How it stands with the catalog of a peer; empty when it is not read. */
    Optional<PeerCatalog> catalog(Did peer) throws StoreFailed;

    /** Reads the catalog of a peer now, which may take a while, and from then on again and again. */
    Optional<PeerCatalog> readCatalog(Did peer) throws StoreFailed;

    Instant now();

    /** A description that is not published, and when it was kept. */
    record Drafted(Description description, Instant saved) {}

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
