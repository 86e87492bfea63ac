package org.hasekura.portal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.policy.Assessment;

/**
 * What a guest sees who has opened their link: who offers them what, on which terms; one step after the other until the data
 * are there and a receipt is signed.
 *
 * @param token of the link
 * @param dataset absent when it is gone
 * @param dossier of the exchange, once it has begun
 * @param judged what law and terms say to it today; absent before it is known who reads
 * @param toSign what the receipt's key is to sign, when it is time for that
 * @param trouble what is wrong, the words by the id of the field they are about
 */
record GuestPage(
        String token,
        Invitation invitation,
        Stage stage,
        boolean isByMail,
        Optional<Dataset> dataset,
        Optional<Dossier> dossier,
        Optional<Assessment> judged,
        Optional<Guests.ToSign> toSign,
        Map<String, String> trouble)
        implements Page {

    /** How far a guest has come. */
    enum Stage {
        /** The link does not serve, now or any more. */
        CLOSED,
        /** Nobody has said who they are. */
        START,
        /** A code was sent. */
        CODE,
        /** Law, terms or a limit do not allow the offer. */
        BARRED,
        /** The terms are to be read. */
        READ,
        /** The nodes, or somebody on the other side, go on. */
        WAIT,
        REFUSED,
        /** Agreed; the data may be fetched. */
        FETCH,
        DOWNLOAD,
        PAUSED,
        /** The data have come, and the receipt is not signed. */
        SIGN,
        DONE;

        /** Which of the four steps that are shown it belongs to, from 0. */
        int step() {
            return switch (this) {
                case CLOSED, START, CODE -> 0;
                case BARRED, READ, REFUSED, WAIT -> 1;
                case FETCH, DOWNLOAD, PAUSED -> 2;
                case SIGN -> 3;
                case DONE -> 4;
            };
        }
    }

    GuestPage {
        trouble = Map.copyOf(trouble);
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        return GuestActs.with(asked, ports, invitation -> Reply.page(of(asked, ports, invitation, Map.of())));
    }

    static GuestPage of(Asked asked, Ports ports, Invitation invitation, Map<String, String> trouble)
            throws StoreFailed {
        Guests guests = ports.guests();
        boolean isKnown = guests.knows(invitation, asked.visit());
        Optional<String> pid = invitation.progress().negotiation().filter(_ -> isKnown);
        Optional<Dossier> dossier = pid.isPresent() ? ports.exchanges().find(pid.get()) : Optional.empty();
        boolean isOpen = invitation.stateOn(asked.view().today()) == Invitation.State.OPEN;
        Stage stage = !isOpen
                ? Stage.CLOSED
                : !isKnown
                        ? guests.awaitsCode(invitation) ? Stage.CODE : Stage.START
                        : dossier.map(each -> stage(each, invitation)).orElse(Stage.BARRED);
        Optional<Assessment> judged = dossier.isPresent()
                ? ports.exchanges()
                        .judge(dossier.get().negotiation(), asked.view().today())
                : stage == Stage.BARRED ? guests.judge(invitation.guest(), invitation.offered()) : Optional.empty();
        return new GuestPage(
                asked.place("token"),
                invitation,
                stage,
                guests.sendsMail(),
                ports.market().dataset(invitation.offered().datasetId()),
                dossier,
                judged,
                stage == Stage.SIGN ? toSign(guests, invitation) : Optional.empty(),
                trouble);
    }

    /** Without it the receipt can be signed a little later. */
    private static Optional<Guests.ToSign> toSign(Guests guests, Invitation invitation) throws StoreFailed {
        try {
            return guests.toSign(invitation);
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Stage stage(Dossier dossier, Invitation invitation) {
        return switch (dossier.negotiation().effective()) {
            case TERMINATED -> Stage.REFUSED;
            case OFFERED -> Stage.READ;
            case FINALIZED ->
                dossier.transfers().stream()
                        .filter(each -> invitation.progress().transfers().contains(each.pid()))
                        .findFirst()
                        .map(each -> stage(each, invitation))
                        .orElse(Stage.FETCH);
            case REQUESTED, ACCEPTED, AGREED, VERIFIED -> Stage.WAIT;
        };
    }

    private static Stage stage(Transfer transfer, Invitation invitation) {
        return switch (transfer.effective()) {
            case REQUESTED -> Stage.WAIT;
            case STARTED -> Stage.DOWNLOAD;
            case SUSPENDED -> Stage.PAUSED;
            case COMPLETED -> invitation.progress().receipt().isPresent() ? Stage.DONE : Stage.SIGN;
            case TERMINATED -> invitation.mayFetchAgain() ? Stage.FETCH : Stage.REFUSED;
        };
    }

    String path() {
        return "/guest/" + token;
    }

    String datasetTitle(Words words) {
        return Summary.title(
                dataset.map(Dataset::titles).orElse(Map.of()),
                invitation.offered().datasetId(),
                words);
    }

    @Override
    public String title(Words words) {
        return stage == Stage.CLOSED ? words.say("guest.closed-title") : datasetTitle(words);
    }

    @Override
    public Optional<String> lead(Words words) {
        return stage == Stage.CLOSED
                ? Optional.empty()
                : Optional.of(words.say(
                        "guest.lead", "organisation", invitation.guest().organisation()));
    }

    @Override
    public boolean hasErrors() {
        return !trouble.isEmpty();
    }

    @Override
    public Html content(View view) {
        return GuestSteps.html(this, view);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("stage", stage);
        data.put("dataset", invitation.offered().datasetId());
        data.put("until", invitation.offered().until());
        data.put("trouble", List.copyOf(trouble.values()));
        data.put("exchange", dossier.map(each -> each.negotiation().pid()));
        toSign.ifPresent(each -> {
            data.put("checkpoint", each.checkpoint());
            data.put("keyName", each.keyName());
            data.put("index", each.index());
        });
        return data;
    }
}
