package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hasekura.partnership.Chain;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Instrument;

/** Commitments that go on from one another, each chain from its beginning to where it stands now. */
record ChainsPage(Promises promises) implements RegisterPage {

    @Override
    public String title(Words words) {
        return words.say("partnership.chains");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("partnership.chains-lead"));
    }

    private List<Chain> chains() {
        return Chain.all(promises.register());
    }

    @Override
    public Html content(View view) {
        return Html.all(
                PartnershipPages.ways(view),
                Html.each(chains(), each -> chain(each, view)),
                table(view).html(view));
    }

    private Html chain(Chain chain, View view) {
        Words words = view.words();
        return Html.of(
                "<section><h2>{}</h2><ol class=\"entries\">{}</ol></section>",
                chain.steps().getFirst().commitment().text().in(Promises.locale(words)),
                Html.each(chain.steps(), each -> step(each, chain, view)));
    }

    private Html step(Entry each, Chain chain, View view) {
        Words words = view.words();
        String follows = chain.links().stream()
                .filter(link -> link.from().equals(each.id()))
                .map(link -> link.kind().phrase().in(Promises.locale(words)) + " " + link.to())
                .collect(Collectors.joining(words.say("list.comma")));
        return Html.of(
                "<li><div class=\"line\"><span class=\"index\">{}</span> {} {}</div><p>{} {}</p><p class=\"hint\">{}</p></li>",
                PartnershipPages.link(view, each.id()),
                each.commitment().made().text(),
                instrument(each, words),
                each.commitment().text().in(Promises.locale(words)),
                PartnershipPages.standing(each, words).shown(),
                follows);
    }

    private String instrument(Entry each, Words words) {
        return Optional.ofNullable(
                        promises.register().instruments().get(each.commitment().instrument()))
                .map(Instrument::title)
                .map(title -> title.in(Promises.locale(words)))
                .orElse("");
    }

    private Table table(View view) {
        Words words = view.words();
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Chain chain : chains()) {
            for (Entry each : chain.steps()) {
                rows.add(List.of(
                        Table.Cell.of(chain.of()),
                        PartnershipPages.linked(view, each.id()),
                        Table.Cell.of(each.commitment().made().text()),
                        PartnershipPages.standing(each, words)));
            }
        }
        return new Table(
                "chains",
                words.say("partnership.chains"),
                List.of(
                        Table.Column.of("chain", words.say("partnership.begins-with")),
                        Table.Column.of("id", "ID"),
                        Table.Column.of("made", words.say("partnership.made")),
                        Table.Column.of("standing", words.say("partnership.standing"))),
                rows,
                Html.of("<p>{}</p>", words.say("partnership.no-chain")));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "chains",
                chains().stream()
                        .map(each -> each.steps().stream().map(Entry::id).toList())
                        .toList());
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(table(view));
    }
}
