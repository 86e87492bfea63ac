package org.hasekura.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hasekura.partnership.Agenda;
import org.hasekura.partnership.Evaluation;
import org.hasekura.partnership.Finding;
import org.hasekura.partnership.Instrument;
import org.hasekura.partnership.Judged;
import org.hasekura.partnership.Phrase;
import org.hasekura.partnership.Publication;

/** What was found on a day, as text for people. */
final class EvaluationText {

    private final Locale locale;

    EvaluationText(Language language) {
        this.locale = language.locale();
    }

    private String say(String english, String japanese) {
        return new Phrase(english, japanese).in(locale);
    }

    String findings(Evaluation evaluation, List<Judged> shown) {
        return say(
                        shown.size() + " of " + evaluation.all().size() + " commitments ask for attention on "
                                + evaluation.day() + "\n\n",
                        evaluation.day() + "現在、" + evaluation.all().size() + "件中" + shown.size() + "件が要対応\n\n")
                + items(shown);
    }

    private String items(List<Judged> shown) {
        var text = new StringBuilder();
        int number = 0;
        for (Judged each : shown) {
            number++;
            text.append(number)
                    .append(". ")
                    .append(each.entry().id())
                    .append("  ")
                    .append(each.entry().commitment().text().in(locale))
                    .append('\n');
            for (Finding finding : each.findings()) {
                text.append("   ")
                        .append(finding.step())
                        .append("  ")
                        .append(finding.words().in(locale))
                        .append('\n');
            }
        }
        return text.toString();
    }

    String agenda(Agenda agenda) {
        var text = new StringBuilder(say("Agenda for ", "議題案 "))
                .append(agenda.day())
                .append("\n\n");
        text.append(items(agenda.items()));
        for (Instrument gap : agenda.gaps()) {
            text.append("–  ")
                    .append(gap.title().in(locale))
                    .append(say(": text not at hand; what it promised is to be entered\n", ": 本文未入手。約束の登録が必要\n"));
        }
        agenda.carriedOver().ifPresent(held -> {
            text.append('\n').append(say("Decided last time: ", "前回の決定: "));
            text.append(held.meeting().title().in(locale)).append('\n');
            held.decisions()
                    .forEach(each -> text.append("   ")
                            .append(each.what().words())
                            .append(each.what()
                                    .commitment()
                                    .map(id -> " → " + id)
                                    .orElse(""))
                            .append('\n'));
        });
        return text.toString();
    }

    String publication(Publication publication) {
        List<List<String>> rows = new ArrayList<>();
        publication
                .items()
                .forEach(item -> item.answers()
                        .forEach(answer -> rows.add(List.of(
                                item.judged().entry().id(),
                                item.judged().findings().getFirst().words().in(locale),
                                answer.side().phrase().in(locale),
                                words(answer)))));
        return Table.write(rows);
    }

    /** What a side answered, or that it did not. */
    String words(Publication.Answer answer) {
        return switch (answer) {
            case Publication.Answer.Given(var _, var told) ->
                told.what().words()
                        + told.what()
                                .newDate()
                                .map(date -> say(" (new date ", "(新期限 ") + date.text() + ")")
                                .orElse("");
            case Publication.Answer.Awaited(var _, var until) ->
                say("an answer is awaited until " + until, until + "まで回答待ち");
            case Publication.Answer.Absent(var _, var since) ->
                say("no answer; it was due on " + since, "回答なし(期限 " + since + ")");
        };
    }
}
