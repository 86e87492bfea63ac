package org.hasekura.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Participant;

/**
 * Shows a dataset on offer to others than before. That it was done, and when, is evidence.
 *
 * @param isRefused whether what was chosen was not clear
 */
record VisibilityPage(Dataset dataset, Onlookers onlookers, List<Participant> register, boolean isRefused)
        implements OfferActPage {

    static final Set<Role> SHOWING = Set.of(Role.PROVIDER, Role.COMPLIANCE);

    VisibilityPage {
        register = List.copyOf(register);
    }

    static Reply read(Asked asked, Market market) throws StoreFailed {
        Optional<Dataset> dataset = market.dataset(asked.place("id")).filter(Dataset::isOnOffer);
        return dataset.isPresent()
                ? Reply.page(new VisibilityPage(
                        dataset.get(), Onlookers.of(dataset.get().visibility()), market.participants(), false))
                : new Reply.Nothing();
    }

    static Reply take(Asked asked, Market market) throws StoreFailed {
        Optional<Dataset> dataset = market.dataset(asked.place("id")).filter(Dataset::isOnOffer);
        if (dataset.isEmpty()) {
            return new Reply.Nothing();
        }
        Onlookers onlookers = Onlookers.read(asked.form());
        if (!onlookers.isClear()) {
            return Reply.refused(new VisibilityPage(dataset.get(), onlookers, market.participants(), true));
        }
        boolean isDone = market.show(dataset.get().id(), onlookers.visibility())
                .filter(Committed.Done.class::isInstance)
                .isPresent();
        return Reply.done("/offers", isDone ? "shown" : "busy");
    }

    @Override
    public String title(Words words) {
        return words.say("seen.change-title");
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return asking(
                view,
                "seen-by",
                words.say("seen.wrong"),
                words.say("seen.consequences"),
                "visibility",
                Html.of(
                        "{}<div class=\"acts\"><button>{}</button> <a class=\"button second\" href=\"{}\">{}</a></div>",
                        onlookers.html(register, view, isRefused),
                        words.say("seen.save"),
                        view.href("/offers"),
                        words.say("seen.keep")));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("dataset", dataset.id(), "visibleTo", onlookers.grants());
    }
}
