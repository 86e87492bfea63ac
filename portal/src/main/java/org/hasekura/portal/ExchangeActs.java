package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;

/** What somebody may do with an exchange where it stands: a pure function of it and of the role they act in. */
final class ExchangeActs {

    private ExchangeActs() {}

    /** One thing to do. */
    enum Act {
        ACCEPT,
        COUNTER,
        REFUSE,
        DECIDE,
        END,
        END_AGREEMENT,
        START,
        SUSPEND,
        RESUME,
        STOP,
        DECIDE_TRANSFER
    }

    static List<Act> of(Dossier dossier, Viewer viewer) {
        if (!(viewer instanceof Viewer.Person person)) {
            return List.of();
        }
        Role role = person.acting();
        var acts = new ArrayList<Act>();
        boolean isOpen = !dossier.negotiation().effective().isFinal();
        boolean isWaiting = dossier.negotiation().waiting().isPresent();
        if (isOpen
                && isWaiting
                && !dossier.isProvider()
                && role.deals()
                && dossier.negotiation().effective() == NegotiationState.OFFERED) {
            acts.add(Act.ACCEPT);
            acts.add(Act.COUNTER);
            acts.add(Act.REFUSE);
        } else if (isOpen && isWaiting && dossier.isProvider() && (role.decides() || role == Role.PROVIDER)) {
            acts.add(Act.DECIDE);
        }
        if (isOpen && role.stops() && !acts.contains(Act.REFUSE)) {
            acts.add(Act.END);
        }
        if (dossier.agreement().filter(Concluded::stands).isPresent()) {
            acts.addAll(ofTransfer(dossier, role));
            if (role.stops()) {
                acts.add(Act.END_AGREEMENT);
            }
        }
        return acts;
    }

    private static List<Act> ofTransfer(Dossier dossier, Role role) {
        Optional<TransferState> state = dossier.lastTransfer().map(Transfer::effective);
        boolean isNone = state.isEmpty() || state.get().isFinal();
        if (isNone) {
            return !dossier.isProvider() && role.deals() ? List.of(Act.START) : List.of();
        }
        boolean isLeftToUs =
                dossier.lastTransfer().filter(Standing::awaitsDecision).isPresent();
        if (isLeftToUs && (role.decides() || role == Role.PROVIDER)) {
            return List.of(Act.DECIDE_TRANSFER, Act.STOP);
        }
        return switch (state.get()) {
            case STARTED -> role.stops() ? List.of(Act.SUSPEND, Act.STOP) : List.of();
            case SUSPENDED -> role.stops() ? List.of(Act.RESUME, Act.STOP) : List.of();
            case REQUESTED -> role.stops() ? List.of(Act.STOP) : List.of();
            case COMPLETED, TERMINATED -> List.of();
        };
    }

    static Html html(Dossier dossier, View view) {
        List<Act> acts = of(dossier, view.viewer());
        return Html.when(
                !acts.isEmpty(),
                () -> Html.of(
                        "<div class=\"acts\">{}</div>",
                        Html.numbered(acts, (Act act, Integer at) -> button(act, at == 0, dossier, view))));
    }

    /** What can be undone is done at once; the rest leads to a page that says what follows. */
    private static Html button(Act act, boolean isFirst, Dossier dossier, View view) {
        String path = ExchangePage.path(dossier.negotiation().pid()) + "/" + path(act);
        String words = view.words().word("act", act);
        return switch (act) {
            case START, RESUME -> view.form(path, Html.of("<button>{}</button>", words));
            case END, STOP, REFUSE -> Html.of("<a class=\"button danger\" href=\"{}\">{}</a>", view.href(path), words);
            // Always possible, seldom wanted: it must not look like the next thing to do.
            case END_AGREEMENT -> Html.of("<a class=\"button quiet\" href=\"{}\">{}</a>", view.href(path), words);
            case ACCEPT, COUNTER, DECIDE, DECIDE_TRANSFER, SUSPEND ->
                Html.of("<a class=\"button{}\" href=\"{}\">{}</a>", isFirst ? "" : " second", view.href(path), words);
        };
    }

    static String path(Act act) {
        return act.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
