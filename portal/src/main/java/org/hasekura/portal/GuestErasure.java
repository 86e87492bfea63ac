package org.hasekura.portal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.evidence.Entry;

/** What becomes of the address of a guest's person: shown to whoever may see it, erased on a ground, and then said to be so. */
final class GuestErasure {

    private GuestErasure() {}

    static Html email(Invitation invitation, View view) {
        Words words = view.words();
        return invitation
                .progress()
                .erased()
                .map(each -> Html.of(
                        "{} {} · {}",
                        words.say("guest.erased"),
                        view.time(each.at()),
                        words.word("guest.ground", each.ground())))
                .orElseGet(() -> Html.text(
                        view.viewer().isOneOf(InvitePage.INVITING)
                                ? invitation.guest().email()
                                : invitation.guest().maskedEmail()));
    }

    /** Old bodies are erased by themselves; whoever presses a button has another ground. */
    private static Stream<Entry.ErasureGround> grounds() {
        return Stream.of(Entry.ErasureGround.DATA_SUBJECT, Entry.ErasureGround.AUTHORITY, Entry.ErasureGround.OPERATOR);
    }

    static Optional<Entry.ErasureGround> ground(Fields form) {
        String said = form.text("ground").orElse("");
        return grounds().filter(each -> value(each).equals(said)).findFirst();
    }

    private static String value(Entry.ErasureGround ground) {
        return ground.name().toLowerCase(Locale.ROOT);
    }

    static Html form(String path, View view) {
        Words words = view.words();
        return Html.of(
                "<section><h2>{}</h2><p>{}</p>{}</section>",
                words.say("guest.erase"),
                words.say("guest.erase-why"),
                view.form(
                        path + "/erase",
                        Html.all(
                                Inputs.FRESH.select(
                                        "ground",
                                        words.say("guest.ground"),
                                        grounds()
                                                .map(each -> new Inputs.Choice(
                                                        value(each), words.word("guest.ground", each)))
                                                .toList(),
                                        "data_subject"),
                                Html.of("<button class=\"danger\">{}</button>", words.say("guest.erase-now")))));
    }
}
