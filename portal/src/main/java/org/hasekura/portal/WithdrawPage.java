package org.hasekura.portal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.StoreFailed;

/**
 * Takes a dataset off the catalog, with a reason that stands in the evidence.
 *
 * @param isRefused whether the reason was missing
 */
record WithdrawPage(Dataset dataset, boolean isRefused) implements OfferActPage {

    static final Set<Role> WITHDRAWING = Set.of(Role.PROVIDER, Role.COMPLIANCE, Role.OPERATOR);

    private static final int REASON_MAX = 1_000;

    static Reply read(Asked asked, Market market) throws StoreFailed {
        Optional<Dataset> dataset = market.dataset(asked.place("id")).filter(Dataset::isOnOffer);
        return dataset.isPresent() ? Reply.page(new WithdrawPage(dataset.get(), false)) : new Reply.Nothing();
    }

    static Reply take(Asked asked, Market market) throws StoreFailed {
        Optional<Dataset> dataset = market.dataset(asked.place("id")).filter(Dataset::isOnOffer);
        if (dataset.isEmpty()) {
            return new Reply.Nothing();
        }
        Optional<String> reason = asked.form().text("reason").filter(each -> each.length() <= REASON_MAX);
        if (reason.isEmpty()) {
            return Reply.refused(new WithdrawPage(dataset.get(), true));
        }
        boolean isDone = market.withdraw(dataset.get().id(), reason.get())
                .filter(Committed.Done.class::isInstance)
                .isPresent();
        return Reply.done("/offers", isDone ? "withdrawn" : "busy");
    }

    @Override
    public String title(Words words) {
        return words.say("withdraw.title");
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return asking(
                view,
                "reason",
                words.say("withdraw.no-reason"),
                words.say("withdraw.consequences"),
                "withdraw",
                Html.of(
                        """
                        <div class="field{}"><label for="reason">{}</label><p class="hint" id="reason-hint">{}</p>
                        <textarea id="reason" name="reason" maxlength="1000" aria-describedby="reason-hint"></textarea></div>
                        <div class="acts"><button class="danger">{}</button> <a class="button second" href="{}">{}</a></div>""",
                        isRefused ? " wrong" : "",
                        words.say("withdraw.reason"),
                        words.say("withdraw.reason-hint"),
                        words.say("offers.withdraw"),
                        view.href("/offers"),
                        words.say("withdraw.keep")));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("dataset", dataset.id());
    }
}
