package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetDraft;
import org.hasekura.exchange.Description;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Shape;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.DataFacts;
import org.hasekura.policy.Finding;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Policy;

/**
 * Puts datasets on offer, or keeps their descriptions until somebody does: one piece of code for the pages, the management API and
 * the command.
 */
final class Publishing {

    private static final System.Logger LOG = System.getLogger(Publishing.class.getName());
    private static final int DRAFTS_AT_ONCE = 200;

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Clock clock;
    private final Sources sources;

    Publishing(Exchange exchange, ExchangeStore store, Clock clock, Sources sources) {
        this.exchange = exchange;
        this.store = store;
        this.clock = clock;
        this.sources = sources;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** It is on offer. */
        record Done(Dataset dataset) implements Outcome {}

        /** Its description is kept. */
        record Kept(DatasetDraft draft) implements Outcome {}

        /** Nothing was done: what lacks, or what law, policy or the disk would not take later. */
        record Faulty(List<Problem.Field> faults) implements Outcome {
            public Faulty {
                faults = List.copyOf(faults);
            }

            String words() {
                return faults.stream().map(Problem.Field::detail).collect(Collectors.joining("; "));
            }
        }

        /** Nothing was done: it stands at another version than the ones wanted. */
        record Stale(List<String> wanted, long version) implements Outcome {}

        /** Nothing was done: somebody else has just changed it. */
        record Conflict() implements Outcome {}

        /** Nothing was done: the node has too much to do. */
        record Busy() implements Outcome {}
    }

    /** @param wanted the versions one of which it must replace; absent: any */
    Outcome publish(Description description, Optional<List<String>> wanted) throws StoreFailed {
        return publish(description, wanted, exchange.offerings()::publish);
    }

    /** The same, and the draft of it is discarded. */
    Outcome publishDraft(Description description, Optional<List<String>> wanted) throws StoreFailed {
        return publish(description, wanted, exchange.offerings()::publishDraft);
    }

    /** How it is put on offer. */
    private interface Offering {
        Committed offer(Dataset dataset) throws StoreFailed;
    }

    private Outcome publish(Description description, Optional<List<String>> wanted, Offering offering)
            throws StoreFailed {
        List<Problem.Field> faults = faults(description);
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        Description.Source source = description.source().orElseThrow();
        boolean hasWaited;
        try {
            // Before it is on offer: from then on it may not be tidied away.
            hasWaited = sources.use(source);
        } catch (IOException e) {
            return new Outcome.Faulty(List.of(unreadable(source, e)));
        }
        Outcome outcome = offered(description, source, wanted, offering);
        if (hasWaited && !(outcome instanceof Outcome.Done)) {
            waitAgain(source);
        }
        return outcome;
    }

    private void waitAgain(Description.Source source) {
        try {
            sources.waitAgain(source);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a file that is not published stays: {0}", e.getMessage());
        }
    }

    private Outcome offered(
            Description description, Description.Source source, Optional<List<String>> wanted, Offering offering)
            throws StoreFailed {
        Dataset.Content content;
        try {
            content = sources.content(description, source);
        } catch (IOException | InvalidPathException e) {
            return new Outcome.Faulty(List.of(unreadable(source, e)));
        }
        long before = store.dataset(description.id()).map(Dataset::version).orElse(0L);
        if (wanted.isPresent() && !wanted.get().contains(EntityTags.of(before))) {
            return new Outcome.Stale(wanted.get(), before);
        }
        Dataset dataset = description.published(content, clock.instant().truncatedTo(ChronoUnit.MILLIS), before + 1);
        return outcome(offering.offer(dataset), new Outcome.Done(dataset));
    }

    /** Keeps a description that is not published; it may lack anything but the id. */
    Outcome keep(Description description) throws StoreFailed {
        Description kept;
        try {
            kept = sources.keepable(description).map(description::from).orElse(description);
            if (kept.source().isPresent()) {
                sources.renew(kept.source().get());
            }
        } catch (IOException e) {
            return new Outcome.Faulty(
                    List.of(new Problem.Field("/text", "the text cannot be kept: " + e.getMessage())));
        }
        Committed committed = exchange.offerings().keep(kept.id(), DatasetFormJson.write(kept));
        return committed instanceof Committed.Done
                ? new Outcome.Kept(store.draft(kept.id()).orElseThrow())
                : outcome(committed, new Outcome.Conflict());
    }

    /**
     * Removes files that somebody brought a day ago or longer, and that no dataset uses and no draft names.
     *
     * @return how many are gone
     */
    int tidy() throws IOException {
        var drafts = new ArrayList<String>();
        String after = "";
        List<DatasetDraft> some;
        do {
            some = store.drafts(after, DRAFTS_AT_ONCE);
            for (DatasetDraft each : some) {
                drafts.add(each.description());
                after = each.id();
            }
        } while (some.size() == DRAFTS_AT_ONCE);
        return sources.tidy(sha256 -> drafts.stream().anyMatch(each -> each.contains(sha256)));
    }

    private static Outcome outcome(Committed committed, Outcome done) {
        return switch (committed) {
            case Committed.Done _ -> done;
            case Committed.Conflict _, Committed.TokenReused _ -> new Outcome.Conflict();
            case Committed.Busy _ -> new Outcome.Busy();
        };
    }

    /** What its bytes look like, to be looked at by whoever publishes; empty where that cannot be told. */
    Optional<Shape> proposal(Description.Source source) {
        try {
            return sources.proposal(source);
        } catch (IOException | InvalidPathException _) {
            // It is told when it is to be published; until then there is only no proposal.
            return Optional.empty();
        }
    }

    /** How a dataset would be described to publish it again. */
    Description description(Dataset dataset) {
        return new Description(
                dataset.id(),
                dataset.titles(),
                dataset.descriptions(),
                dataset.keywords(),
                dataset.themes(),
                dataset.countries(),
                dataset.licence(),
                dataset.facts(),
                dataset.offers(),
                dataset.answering(),
                dataset.visibility(),
                dataset.shape(),
                Optional.of(sources.source(dataset.content())),
                Optional.of(dataset.content().mediaType()));
    }

    /** The description in a draft. */
    static Description description(DatasetDraft draft) {
        try {
            return DatasetFormJson.read(draft.description().getBytes(StandardCharsets.UTF_8));
        } catch (ManagementJson.BadInput bad) {
            throw new IllegalStateException("the draft of `" + draft.id() + "` cannot be read: " + bad.words(), bad);
        }
    }

    /** What it lacks, and what the law or the policy would not understand later. */
    static List<Problem.Field> faults(Description description) {
        var faults = new ArrayList<Problem.Field>();
        switch (DataFacts.parse(description.facts())) {
            case DataFacts.Described _ -> {}
            case DataFacts.Incomplete(var missing) ->
                missing.forEach(question -> faults.add(new Problem.Field("/facts", "`facts`: " + question.textEn())));
            case DataFacts.Wrong(var errors) ->
                errors.forEach(error -> faults.add(new Problem.Field("/facts", "`facts`: " + error)));
        }
        if (description.offers().isEmpty()) {
            faults.add(new Problem.Field(
                    "/offers", "`offers` must hold at least one offer; `hasekura example dataset` shows a whole file"));
        }
        for (int at = 0; at < description.offers().size(); at++) {
            Offer offer = description.offers().get(at);
            for (Finding what : Policy.of(offer.terms()).faults()) {
                faults.add(new Problem.Field("/offers/" + at, "offer `" + offer.id() + "`: " + what.sentence()));
            }
        }
        if ("true".equals(description.facts().get("personal"))
                && !description.shape().rows().isEmpty()) {
            faults.add(new Problem.Field(
                    "/sample", "`sample` would show personal data to everybody who reads the catalog; leave it out"));
        }
        if (description.source().isEmpty()) {
            faults.add(new Problem.Field("/file", "`file` is missing"));
        }
        return faults;
    }

    private static Problem.Field unreadable(Description.Source source, Exception e) {
        return switch (source) {
            case Description.Source.File(String path) ->
                new Problem.Field("/file", "the file `" + path + "` cannot be read: " + e.getMessage());
            case Description.Source.Folder(String path) ->
                new Problem.Field("/folder", "the folder `" + path + "` cannot be offered: " + e.getMessage());
            case Description.Source.Api(var address, var _) ->
                new Problem.Field("/address", "`" + address + "` cannot be read: " + e.getMessage());
            case Description.Source.Typed _, Description.Source.Kept _ ->
                new Problem.Field("/text", "the source cannot be read: " + e.getMessage());
        };
    }
}
