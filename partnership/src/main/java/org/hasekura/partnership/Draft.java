package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement on its way into the register: the document, and of each proposal what a person has decided. Nothing of it is in
 * the register before all are decided and somebody confirms.
 *
 * @param source the statement itself, as a document
 */
public record Draft(String instrument, PartialDate made, Source source, List<Item> items) {

    private static final Phrase NO_ID = new Phrase("at most 64 letters, digits and dashes", "英数字とハイフン64文字以内で入力してください");
    private static final Phrase ID_TAKEN = new Phrase("there is a commitment of this id already", "この番号の約束は既にあります");
    private static final Phrase NO_WORDS = new Phrase("say in your own words what was promised", "約束の内容を自らの言葉で書いてください");
    private static final Phrase SAME_WORDS = new Phrase(
            "this is the sentence itself; the register holds commitments in its own words",
            "文書の文そのままです。登録簿には自らの言葉で書いてください");
    private static final Phrase NO_AREA = new Phrase("an area is missing", "分野を入力してください");

    public Draft {
        items = List.copyOf(items);
    }

    /** A proposal with what became of it. */
    public record Item(Proposal proposal, Decision decision) {
        public String place() {
            return proposal.sentence().place();
        }
    }

    /** What a person has decided about a proposal. */
    public sealed interface Decision {

        record Waiting() implements Decision {}

        /** It stays out of the register. */
        record Left(String by, String reason) implements Decision {}

        /** It is to be entered, as the person has worded it. */
        record Taken(String by, Confirmation.Accepted accepted) implements Decision {}
    }

    /** What is wrong with a commitment that somebody wants to take, by the field it is about. */
    public record Problem(String field, Phrase words) {}

    public static Draft of(String instrument, PartialDate made, Source source, List<Proposal> proposals) {
        return new Draft(
                instrument,
                made,
                source,
                proposals.stream()
                        .map(each -> new Item(each, new Decision.Waiting()))
                        .toList());
    }

    /** Goes into addresses and names of files: that of its document. */
    public String id() {
        return source.id();
    }

    public Optional<Item> at(String place) {
        return items.stream().filter(each -> each.place().equals(place)).findFirst();
    }

    public Draft decided(String place, Decision decision) {
        return new Draft(
                instrument,
                made,
                source,
                items.stream()
                        .map(each -> each.place().equals(place) ? new Item(each.proposal(), decision) : each)
                        .toList());
    }

    public int waiting() {
        return Math.toIntExact(items.stream()
                .filter(each -> each.decision() instanceof Decision.Waiting)
                .count());
    }

    /** What is to be entered; empty as long as a proposal waits for a decision. */
    public Optional<Confirmation> confirmation() {
        if (waiting() > 0) {
            return Optional.empty();
        }
        var accepted = new ArrayList<Confirmation.Accepted>();
        for (Item each : items) {
            if (each.decision() instanceof Decision.Taken(var _, Confirmation.Accepted taken)) {
                accepted.add(taken);
            }
        }
        return Optional.of(new Confirmation(instrument, made, source, accepted));
    }

    /** Why the register could not hold it so. */
    public List<Problem> problems(String place, Confirmation.Accepted wanted, Register register) {
        var problems = new ArrayList<Problem>();
        if (!wanted.id().matches(CommitmentJson.ID)) {
            problems.add(new Problem("id", NO_ID));
        }
        boolean isInDraft = items.stream()
                .anyMatch(each -> !each.place().equals(place)
                        && each.decision() instanceof Decision.Taken(var _, Confirmation.Accepted taken)
                        && taken.id().equals(wanted.id()));
        if (isInDraft || register.entry(wanted.id()).isPresent()) {
            problems.add(new Problem("id", ID_TAKEN));
        }
        if (wanted.wording().en().isBlank()) {
            problems.add(new Problem("wording", NO_WORDS));
        }
        at(place)
                .map(each -> each.proposal().sentence().text())
                .filter(wanted.wording().en()::equals)
                .ifPresent(_ -> problems.add(new Problem("wording", SAME_WORDS)));
        if (wanted.area().isBlank()) {
            problems.add(new Problem("area", NO_AREA));
        }
        wanted.links().stream()
                .filter(each -> register.entry(each.to()).isEmpty())
                .forEach(each -> problems.add(new Problem(
                        "links",
                        new Phrase("there is no commitment `" + each.to() + "`", "約束「" + each.to() + "」はありません"))));
        return problems;
    }
}
