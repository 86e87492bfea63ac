package org.hasekura.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** What came of checking a bundle; {@link BundleText} says it in sentences. */
public sealed interface BundleVerdict {

    /**
     * Every entry shown is in the log that the signers state, where it says it is, and within the ranges shown none is
     * left out.
     *
     * @param manifest what the bundle says it is, as far as it was compared
     * @param ranges which entries are shown, in order
     * @param shown what they say, counted
     * @param signers who signed the newest checkpoint, the log first
     * @param continued sizes of the earlier checkpoints that the newest one continues
     * @param known whether a checkpoint that the reader already had is among them
     * @param stamps timestamps of authorities
     * @param trust whether the reader brought the keys or took those in the bundle
     */
    record Proven(
            BundleManifest manifest,
            List<IndexRange> ranges,
            Shown shown,
            List<Verdict.Signer> signers,
            List<Long> continued,
            boolean known,
            List<Stamp> stamps,
            Verdict.Trust trust)
            implements BundleVerdict {
        public Proven {
            ranges = List.copyOf(ranges);
            signers = List.copyOf(signers);
            continued = List.copyOf(continued);
            stamps = List.copyOf(stamps);
        }
    }

    /**
     * What the entries of a bundle say.
     *
     * @param kinds how many of each kind
     * @param inPeriod how many have a time within the period; all of them where there is none
     * @param first the smallest time among them; absent where there is no entry
     * @param last the greatest
     * @param lawData versions of law data that rulings among them name
     * @param bodies how it stands with what they name by hash only
     */
    record Shown(
            SortedMap<String, Long> kinds,
            long inPeriod,
            Optional<Instant> first,
            Optional<Instant> last,
            SortedSet<String> lawData,
            Bodies bodies) {}

    /**
     * Bodies named by the entries. Only those included are proved; the rest is the word of the node.
     *
     * @param included they are in the bundle, and are what the evidence names
     * @param kept the node has them
     * @param erased how many on each ground
     * @param unknown the node has none and knows of no erasure
     */
    record Bodies(long included, long kept, SortedMap<Entry.ErasureGround, Long> erased, long unknown) {}

    /**
     * A timestamp by an authority on a checkpoint.
     *
     * @param size of that checkpoint
     * @param at the authority's time
     * @param authority name in its certificate
     * @param trust whether the reader brought its root certificate
     */
    record Stamp(long size, Instant at, String authority, Verdict.Trust trust) {}

    /**
     * The bundle proves nothing.
     *
     * @param fault why
     * @param index the entry at which it was found, where it is one
     * @param detail the place and the values, in English
     */
    record NotProven(BundleFault fault, Optional<Long> index, String detail) implements BundleVerdict {}
}
