package org.hasekura.portal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;

/** What a guest does, one step after the other. Each begins by looking whether the link serves and who sits before it. */
final class GuestActs {

    private static final int REASON_MAX = 1_000;

    private GuestActs() {}

    /** What is done with a link. */
    interface OnLink {
        Reply take(Invitation invitation) throws StoreFailed;
    }

    static Reply with(Asked asked, Ports ports, OnLink then) throws StoreFailed {
        Optional<Invitation> found = ports.guests().withToken(asked.place("token"));
        return found.isPresent() ? then.take(found.get()) : new Reply.Nothing();
    }

    /** Only while the link serves. */
    private static Reply open(Asked asked, Ports ports, OnLink then) throws StoreFailed {
        return with(
                asked,
                ports,
                invitation -> invitation.stateOn(asked.view().today()) == Invitation.State.OPEN
                        ? then.take(invitation)
                        : back(asked));
    }

    /** Only for a browser that has said a code. */
    private static Reply known(Asked asked, Ports ports, OnLink then) throws StoreFailed {
        return open(
                asked,
                ports,
                invitation -> ports.guests().knows(invitation, asked.visit()) ? then.take(invitation) : back(asked));
    }

    private static Reply back(Asked asked) {
        return Reply.to("/guest/" + asked.place("token"));
    }

    private static Reply refused(Asked asked, Ports ports, Invitation invitation, String field, String why)
            throws StoreFailed {
        return Reply.refused(GuestPage.of(asked, ports, invitation, Map.of(field, why)));
    }

    static Reply sendCode(Asked asked, Ports ports) throws StoreFailed {
        return open(asked, ports, invitation -> switch (ports.guests().sendCode(invitation)) {
            case Guests.CodeSent.ByMail _, Guests.CodeSent.ToPerson _ -> back(asked);
            case Guests.CodeSent.TooMany(var again) ->
                refused(
                        asked,
                        ports,
                        invitation,
                        "send",
                        asked.words()
                                .say(
                                        "guest.too-many-codes",
                                        "time",
                                        asked.words().moment(again, asked.view().zone())));
            case Guests.CodeSent.Failed _ ->
                refused(asked, ports, invitation, "send", asked.words().say("guest.mail-failed"));
        });
    }

    static Reply confirm(Asked asked, Ports ports) throws StoreFailed {
        Words words = asked.words();
        return open(asked, ports, invitation -> {
            // People write codes with spaces, and in full-width digits.
            String code = java.text.Normalizer.normalize(
                            asked.form().text("code").orElse(""), java.text.Normalizer.Form.NFKC)
                    .replaceAll("[\\s-]", "");
            return switch (ports.guests().confirm(invitation, code, asked.visit())) {
                case Guests.Checked.Right(var now) -> {
                    Answer<?> offered = ports.guests().offer(now);
                    yield offered instanceof Answer.Refused<?>(var _, Reason why)
                            ? refused(asked, ports, now, "barred", Reasons.text(why, words))
                            : back(asked);
                }
                case Guests.Checked.Wrong(int left) ->
                    refused(asked, ports, invitation, "code", words.count("guest.wrong-code", left));
                case Guests.Checked.Gone _ -> refused(asked, ports, invitation, "send", words.say("guest.code-gone"));
                case Guests.Checked.Locked _ -> back(asked);
            };
        });
    }

    static Reply offer(Asked asked, Ports ports) throws StoreFailed {
        return known(
                asked,
                ports,
                invitation -> answered(
                        asked, ports, invitation, "barred", ports.guests().offer(invitation)));
    }

    static Reply accept(Asked asked, Ports ports) throws StoreFailed {
        return known(
                asked,
                ports,
                invitation -> asked.form().has("authority")
                        ? answered(
                                asked,
                                ports,
                                invitation,
                                "authority",
                                ports.guests().accept(invitation))
                        : refused(
                                asked,
                                ports,
                                invitation,
                                "authority",
                                asked.words().say("guest.authority-missing")));
    }

    static Reply refuse(Asked asked, Ports ports) throws StoreFailed {
        return known(asked, ports, invitation -> {
            Optional<String> reason = asked.form().text("reason").filter(each -> each.length() <= REASON_MAX);
            return reason.isPresent()
                    ? answered(
                            asked, ports, invitation, "reason", ports.guests().refuse(invitation, reason.get()))
                    : refused(asked, ports, invitation, "reason", asked.words().say("withdraw.no-reason"));
        });
    }

    static Reply fetch(Asked asked, Ports ports) throws StoreFailed {
        return known(
                asked,
                ports,
                invitation -> invitation.mayFetchAgain()
                        ? answered(
                                asked,
                                ports,
                                invitation,
                                "fetch",
                                ports.guests().fetch(invitation))
                        : back(asked));
    }

    static Reply received(Asked asked, Ports ports) throws StoreFailed {
        return known(
                asked,
                ports,
                invitation -> answered(
                        asked, ports, invitation, "received", ports.guests().received(invitation)));
    }

    private static Reply answered(Asked asked, Ports ports, Invitation invitation, String field, Answer<?> answer)
            throws StoreFailed {
        return switch (answer) {
            case Answer.Taken<?> _ -> back(asked);
            case Answer.Refused<?>(var _, Reason why) ->
                refused(asked, ports, invitation, field, Reasons.text(why, asked.words()));
            case Answer.NotFound<?> _, Answer.TokenReused<?> _ ->
                refused(asked, ports, invitation, field, asked.words().say("guest.gone"));
            case Answer.Busy<?> _ ->
                refused(asked, ports, invitation, field, asked.words().say("act.busy"));
        };
    }

    /** By the key of the browser where it has made one; else by the node on the guest's behalf. */
    static Reply sign(Asked asked, Ports ports) throws StoreFailed {
        return known(asked, ports, invitation -> {
            Fields form = asked.form();
            try {
                if (form.text("by").filter("node"::equals).isPresent()) {
                    ports.guests().signOnBehalf(invitation);
                    return back(asked);
                }
                Optional<String> why = ports.guests()
                        .sign(
                                invitation,
                                new Guests.Cosigned(
                                        form.text("key").orElse(""),
                                        form.text("time")
                                                .filter(each -> each.matches("[0-9]{1,12}"))
                                                .map(Long::parseLong)
                                                .orElse(0L),
                                        form.text("signature").orElse("")));
                return why.isEmpty()
                        ? back(asked)
                        : refused(
                                asked,
                                ports,
                                invitation,
                                "sign",
                                asked.words().say("guest.not-signed", "why", why.get()));
            } catch (StoreFailed failed) {
                throw failed;
            } catch (IOException later) {
                return refused(
                        asked,
                        ports,
                        invitation,
                        "sign",
                        asked.words()
                                .say(
                                        "guest.not-signed",
                                        "why",
                                        Reasons.text(String.valueOf(later.getMessage()), asked.words())));
            }
        });
    }

    static Reply file(Asked asked, Ports ports) throws StoreFailed {
        return known(asked, ports, invitation -> {
            try {
                return switch (ports.guests()
                        .bytes(
                                invitation,
                                asked.header().apply("Range"),
                                asked.header().apply("If-Range"))) {
                    case Guests.Bytes.Open(Reply.Sent sent) -> sent;
                    case Guests.Bytes.Closed(int status, String why) ->
                        new Reply.Shown(status, new Trouble(Trouble.Kind.PEER_AWAY, why));
                };
            } catch (StoreFailed failed) {
                throw failed;
            } catch (IOException source) {
                return new Reply.Shown(502, new Trouble(Trouble.Kind.PEER_AWAY, String.valueOf(source.getMessage())));
            }
        });
    }

    static Reply receipt(Asked asked, Ports ports) throws StoreFailed {
        return known(asked, ports, invitation -> {
            try {
                Optional<byte[]> receipt = ports.guests().receipt(invitation);
                return receipt.<Reply>map(
                                bytes -> new Reply.Given("receipt.json", "application/json", sink -> sink.write(bytes)))
                        .orElseGet(Reply.Nothing::new);
            } catch (StoreFailed failed) {
                throw failed;
            } catch (IOException later) {
                return new Reply.Shown(502, new Trouble(Trouble.Kind.PEER_AWAY, String.valueOf(later.getMessage())));
            }
        });
    }

    static Reply bundle(Asked asked, Ports ports) throws StoreFailed {
        return known(
                asked,
                ports,
                invitation -> invitation
                        .progress()
                        .negotiation()
                        .<Reply>map(pid -> new Reply.Given(
                                "exchange-" + pid + ".zip",
                                "application/zip",
                                sink -> ports.exchanges().bundle(pid, sink)))
                        .orElseGet(Reply.Nothing::new));
    }
}
