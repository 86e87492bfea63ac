package org.hasekura.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.Draft;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Source;

/**
 * What the portal asks of the node about the partnership register, and has it do: the register that a secretariat keeps on this
 * node, or the shipped one, which nobody changes. What is done is durable when a method returns.
 */
public interface Council {

    /** The register as it now is, with the indicators beside it. */
    Promises promises();

    /** Signs all of the changes and enters them, or none. */
    Done enter(List<Change> changes, String by, String reason);

    /** Begins a register of this node's own, with a key for the seat in whose name it speaks. */
    Done begin(Author.Seat seat);

    /** Lets in the changes of another seat that are signed by this key. */
    Done trust(Author.Seat seat, String key);

    /** Takes over the other secretariat's changes, as they came over the exchange or in a file; what is not signed is refused. */
    Done join(NamedFile events);

    /** Registers of other secretariats that are or were joined to this one over the exchange. */
    List<Joining> joinings();

    /**
     * Joins the register of the secretariat whose node has this DID. Waits a moment for it; what becomes of it later
     * {@link #joinings} tells.
     */
    Done sync(String peer);

    /** Puts the register as it is on offer in the node's own catalog, and keeps what is offered up to date from then on. */
    Done offer(boolean namesPeople);

    /** Statements on their way into the register, by their ids. */
    List<Draft> drafts();

    default Optional<Draft> draft(String id) {
        return drafts().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Reads a statement and proposes what it may promise; the draft's id is that of the document. */
    Done propose(NamedFile statement, String instrument, PartialDate made, Source document);

    /** Keeps what was decided so far. */
    Done keep(Draft draft);

    /** Enters what was taken of a draft whose every proposal is decided; the draft is then over. */
    Done confirm(String draft, String by, String reason);

    /** A paper made from the register. */
    byte[] paper(Paper paper);

    /** The register as open data. */
    List<NamedFile> openData();

    /**
     * Whose register it is, on this node.
     *
     * @param publicKey what the other secretariat is to trust
     * @param isOffered whether the register stands in the node's catalog
     */
    record Seat(Author.Seat seat, String publicKey, boolean isOffered) {}

    /** What became of a request. */
    sealed interface Done {

        /** It was done; each line says what, if there is more to say. */
        record Well(List<String> lines) implements Done {
            public Well {
                lines = List.copyOf(lines);
            }
        }

        /** Nothing was changed. */
        record Refused(String why) implements Done {}
    }

    /** In what form a paper is to be had. */
    enum Format {
        HTML("text/html; charset=utf-8"),
        PDF("application/pdf"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * A paper.
     *
     * @param side for whom a briefing is made; empty: the joint report
     * @param since of the last meeting; empty: the last one recorded
     */
    record Paper(Optional<Side> side, Format format, Language language, LocalDate day, Optional<LocalDate> since) {}
}
