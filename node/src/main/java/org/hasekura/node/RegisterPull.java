package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Did;
import org.hasekura.policy.Offer;
import org.hasekura.portal.Joining.Step;
import org.hasekura.store.ListQuery;

/**
 * Brings the other secretariat's events here as what they are, a dataset under an agreement: the agreement that stands, or a
 * new one on the first offer in its catalog, then a transfer. What was begun and not ended before is gone on with.
 */
final class RegisterPull {

    private static final int LOOKED_AT_MAX = 100;

    private final Means means;
    private final Trade trade;
    private final Counterparty counterparty;
    private final Duration patience;

    /** @param patience how long each step may wait for the other side */
    RegisterPull(Means means, Trade trade, Counterparty counterparty, Duration patience) {
        this.means = means;
        this.trade = trade;
        this.counterparty = counterparty;
        this.patience = patience;
    }

    /** Where this node has put the file. */
    Path pull(Did peer, Consumer<Step> told) throws CommandFailed, InterruptedException {
        try {
            told.accept(Step.ASKING);
            URI address = counterparty.dspAddress(peer);
            Optional<String> standing = standing(peer);
            String agreement = standing.isPresent() ? standing.get() : agreed(peer, address, told);
            told.accept(Step.FETCHING);
            Transfer transfer = over(begun(peer, agreement, address));
            return transfer.delivered()
                    .flatMap(Transfer.Delivered::location)
                    .map(Path::of)
                    .orElseThrow(() -> new CommandFailed("the transfer `" + transfer.pid() + "` ended as "
                            + transfer.state()
                            + transfer.reason()
                                    .map(why -> ": " + String.join("; ", why.sentences()))
                                    .orElse("")));
        } catch (IOException e) {
            throw new CommandFailed("the register of `" + peer + "` was not fetched: " + e.getMessage());
        }
    }

    private Bell bell() {
        return new Bell(trade.listeners());
    }

    private Optional<String> standing(Did peer) throws IOException {
        return means.store().listings().agreements(about(peer)).stream()
                .filter(each -> each.role() == Role.CONSUMER && each.stands())
                .map(each -> each.agreement().id())
                .findFirst();
    }

    private static ListQuery about(Did peer) {
        return new ListQuery(
                Optional.empty(),
                Optional.of(peer.text()),
                Optional.of(RegisterOffer.DATASET),
                Optional.empty(),
                Optional.empty(),
                LOOKED_AT_MAX);
    }

    private String agreed(Did peer, URI address, Consumer<Step> told)
            throws IOException, InterruptedException, CommandFailed {
        Optional<Negotiation> open = means.store().listings().negotiations(about(peer)).stream()
                .filter(each -> each.role() == Role.CONSUMER && !each.state().isFinal())
                .findFirst();
        String pid = open.isPresent() ? open.get().pid() : asked(peer, address).pid();
        told.accept(Step.AGREEING);
        Negotiation ended = bell().await(
                        patience,
                        () -> means.exchangeStore()
                                .negotiation(pid)
                                .filter(each -> each.state().isFinal()))
                .orElseThrow(() -> late("negotiation", pid));
        Optional<Concluded> concluded = ended.agreement().isPresent()
                ? means.exchangeStore().agreement(ended.agreement().get().id())
                : Optional.empty();
        return concluded
                .filter(Concluded::stands)
                .map(each -> each.agreement().id())
                .orElseThrow(() -> new CommandFailed("the negotiation `" + pid + "` ended as " + ended.state()
                        + ended.reason()
                                .map(why -> ": " + String.join("; ", why.sentences()))
                                .orElse("")));
    }

    private Negotiation asked(Did peer, URI address) throws IOException, CommandFailed {
        DatasetView dataset = counterparty
                .dataset(peer, address, RegisterOffer.DATASET)
                .orElseThrow(() -> new CommandFailed("`" + peer + "` offers no dataset `" + RegisterOffer.DATASET
                        + "` to this node; its secretariat offers it, and enters this node in its register"));
        Offer offer = dataset.offers().stream()
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        "the dataset `" + RegisterOffer.DATASET + "` of `" + peer + "` has no offer that can be read"));
        return taken(trade.exchange().negotiations().request(peer.text(), address, RegisterOffer.DATASET, offer));
    }

    private Transfer begun(Did peer, String agreement, URI address) throws IOException, CommandFailed {
        Optional<Transfer> open = means.store().listings().transfers(about(peer)).stream()
                .filter(each ->
                        each.agreementId().equals(agreement) && !each.state().isFinal())
                .findFirst();
        return open.isPresent()
                ? open.get()
                : taken(trade.exchange().transfers().request(agreement, address));
    }

    private Transfer over(Transfer begun) throws IOException, InterruptedException, CommandFailed {
        return bell().await(
                        patience,
                        () -> means.exchangeStore()
                                .transfer(begun.pid())
                                .filter(each -> each.state().isFinal()))
                .orElseThrow(() -> late("transfer", begun.pid()));
    }

    private CommandFailed late(String what, String pid) {
        return new CommandFailed("the " + what + " `" + pid + "` has not ended within " + patience.toSeconds()
                + " s; it goes on by itself, and the next time takes it up");
    }

    private static <T> T taken(Answer<T> answer) throws CommandFailed {
        return switch (answer) {
            case Answer.Taken<T> taken -> taken.process();
            case Answer.Refused<T> refused ->
                throw new CommandFailed(String.join("; ", refused.reason().sentences()));
            case Answer.NotFound<T> _, Answer.TokenReused<T> _, Answer.Busy<T> _ ->
                throw new CommandFailed("the exchange could not be begun just now; ask again a little later");
        };
    }
}
