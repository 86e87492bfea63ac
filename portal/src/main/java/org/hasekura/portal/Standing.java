package org.hasekura.portal;

import java.util.Optional;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Transfer;

/**
 * Where an exchange stands, in words that people use, whose turn it is, and what comes next. A pure function of what the
 * node keeps of it.
 */
public record Standing(State state, Turn turn, Next next) {

    /** In a word. */
    public enum State {
        ASKED,
        OFFERED,
        ACCEPTED,
        AGREED,
        VERIFIED,
        READY,
        REQUESTED,
        RUNNING,
        SUSPENDED,
        SENT,
        REFUSED,
        STOPPED,
        OVER
    }

    /** In which part of a list it belongs. */
    public enum Turn {
        OURS,
        THEIRS,
        READY,
        ENDED
    }

    /** What comes next, and by whom. */
    public enum Next {
        WE_DECIDE,
        WE_ANSWER,
        THEY_ANSWER,
        NODES_GO_ON,
        WE_MAY_FETCH,
        THEY_MAY_FETCH,
        WE_DECIDE_TRANSFER,
        THEY_START,
        BYTES_MOVE,
        SOMEBODY_RESUMES,
        WE_MAY_FETCH_AGAIN,
        NOTHING
    }

    /** @param isOver whether the agreement stands no more */
    static Standing of(Negotiation negotiation, Optional<Transfer> transfer, boolean isOver) {
        return switch (negotiation.effective()) {
            case TERMINATED -> new Standing(State.REFUSED, Turn.ENDED, Next.NOTHING);
            case FINALIZED -> agreed(negotiation.role(), transfer, isOver);
            case REQUESTED -> open(negotiation, State.ASKED, Role.PROVIDER);
            case OFFERED -> open(negotiation, State.OFFERED, Role.CONSUMER);
            case ACCEPTED -> open(negotiation, State.ACCEPTED, Role.PROVIDER);
            case AGREED -> open(negotiation, State.AGREED, Role.CONSUMER);
            case VERIFIED -> open(negotiation, State.VERIFIED, Role.PROVIDER);
        };
    }

    /** @param next whose message the table of the specification expects */
    private static Standing open(Negotiation negotiation, State state, Role next) {
        if (negotiation.waiting().isPresent()) {
            boolean isProvider = negotiation.role() == Role.PROVIDER;
            return new Standing(state, Turn.OURS, isProvider ? Next.WE_DECIDE : Next.WE_ANSWER);
        }
        boolean isPeers = negotiation.role() != next || negotiation.sending().isPresent();
        return new Standing(state, Turn.THEIRS, isPeers ? Next.THEY_ANSWER : Next.NODES_GO_ON);
    }

    private static Standing agreed(Role role, Optional<Transfer> transfer, boolean isOver) {
        boolean isConsumer = role == Role.CONSUMER;
        if (isOver) {
            return new Standing(State.OVER, Turn.ENDED, Next.NOTHING);
        }
        if (transfer.isEmpty()) {
            return new Standing(State.READY, Turn.READY, isConsumer ? Next.WE_MAY_FETCH : Next.THEY_MAY_FETCH);
        }
        return switch (transfer.get().effective()) {
            case REQUESTED ->
                isConsumer
                        ? new Standing(State.REQUESTED, Turn.THEIRS, Next.THEY_START)
                        : new Standing(State.REQUESTED, Turn.OURS, Next.WE_DECIDE_TRANSFER);
            case STARTED -> new Standing(State.RUNNING, Turn.READY, Next.BYTES_MOVE);
            case SUSPENDED ->
                awaitsDecision(transfer.get())
                        ? new Standing(State.SUSPENDED, Turn.OURS, Next.WE_DECIDE_TRANSFER)
                        : new Standing(State.SUSPENDED, Turn.THEIRS, Next.SOMEBODY_RESUMES);
            case COMPLETED ->
                new Standing(State.SENT, Turn.READY, isConsumer ? Next.WE_MAY_FETCH_AGAIN : Next.THEY_MAY_FETCH);
            case TERMINATED ->
                new Standing(State.STOPPED, Turn.READY, isConsumer ? Next.WE_MAY_FETCH_AGAIN : Next.THEY_MAY_FETCH);
        };
    }

    /** Whether the law leaves a transfer of ours to a person. */
    static boolean awaitsDecision(Transfer transfer) {
        return transfer.role() == Role.PROVIDER
                && transfer.reason()
                        .filter(each -> each.code().equals("person-decides"))
                        .isPresent();
    }

    /** How far along the seven steps of an exchange this is. */
    enum Step {
        ASKED,
        OFFERED,
        AGREED,
        VERIFIED,
        READY,
        SENT
    }

    /** The last step that was reached. */
    Step reached() {
        return switch (state) {
            case ASKED, REFUSED -> Step.ASKED;
            case OFFERED, ACCEPTED -> Step.OFFERED;
            case AGREED -> Step.AGREED;
            case VERIFIED -> Step.VERIFIED;
            case READY, REQUESTED, RUNNING, SUSPENDED, STOPPED, OVER -> Step.READY;
            case SENT -> Step.SENT;
        };
    }

    /** The chip with the word. */
    Html chip(Words words) {
        String kind = switch (state) {
            case ASKED, OFFERED, ACCEPTED, AGREED, VERIFIED, REQUESTED -> turn == Turn.OURS ? "warn" : "now";
            case READY, SENT -> "good";
            case RUNNING -> "now";
            case SUSPENDED, STOPPED -> "warn";
            case REFUSED -> "bad";
            case OVER -> "plain";
        };
        return Html.of("<span class=\"chip {}\">{}</span>", kind, words.word("standing.state", state));
    }
}
