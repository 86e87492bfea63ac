package org.hasekura.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.hasekura.partnership.Chain;
import org.hasekura.partnership.Commitment;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Proposal;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Statement;
import org.hasekura.partnership.Timeline;

/** Many commitments as text: as a list, a chain, a timeline, and those that an import proposes. */
record CommitmentsText(PartnershipText words) {

    CommitmentsText(Language language) {
        this(new PartnershipText(language));
    }

    String list(Collection<Entry> entries, Register register) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                "ID",
                words.say("area", "分野"),
                words.say("standing", "状況"),
                words.say("due", "期限"),
                words.say("sure", "確度"),
                words.say("text", "内容"))));
        for (Entry each : entries) {
            Commitment it = each.commitment();
            rows.add(List.of(
                    it.id(),
                    it.area(),
                    words.standing(each),
                    words.due(each),
                    it.confidence().word(),
                    PartnershipText.brief(it.text().in(words.locale()))));
        }
        return Table.write(rows) + "\n"
                + words.say(
                        entries.size() + " of " + register.entries().size() + " commitments\n",
                        register.entries().size() + "件中 " + entries.size() + "件\n")
                + words.gaps(register.instruments().values());
    }

    String chain(Chain chain, Register register) {
        List<List<String>> rows = new ArrayList<>();
        for (Entry step : chain.steps()) {
            rows.add(List.of(
                    step.commitment().made().text(),
                    step.id() + (step.id().equals(chain.of()) ? " *" : ""),
                    words.standing(step),
                    String.join(
                            ", ",
                            chain.links().stream()
                                    .filter(link -> link.from().equals(step.id()))
                                    .map(link -> link.kind().phrase().in(words.locale()) + " " + link.to())
                                    .toList()),
                    PartnershipText.brief(step.commitment().text().in(words.locale()))));
        }
        return Table.write(rows) + words.gaps(register.instruments().values());
    }

    String timeline(Timeline timeline) {
        return Table.write(timeline.points().stream()
                .map(each -> List.of(
                        each.date().text(),
                        each.what().phrase().in(words.locale()),
                        each.subject(),
                        PartnershipText.brief(each.text().in(words.locale()))))
                .toList());
    }

    /** What an import proposes, in brief; the file has it all. */
    String proposals(Statement statement, List<Proposal> proposals) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                words.say("place", "箇所"),
                words.say("area", "分野"),
                words.say("by", "期限"),
                words.say("like", "類似"),
                words.say("sentence", "文"))));
        for (Proposal each : proposals) {
            rows.add(List.of(
                    each.sentence().place(),
                    each.area().orElse(PartnershipText.UNKNOWN),
                    each.due().map(PartialDate::text).orElse(PartnershipText.UNKNOWN),
                    each.similar().stream()
                            .findFirst()
                            .map(like -> like.id() + String.format(Locale.ROOT, " %.2f", like.likeness()))
                            .orElse(PartnershipText.UNKNOWN),
                    PartnershipText.brief(each.sentence().text())));
        }
        return Table.write(rows) + "\n"
                + words.say(
                        proposals.size() + " of " + statement.sentences().size()
                                + " sentences are proposed; a person decides on each\n",
                        statement.sentences().size() + "文中 " + proposals.size() + "文を候補とした。採否は人が決める\n");
    }
}
