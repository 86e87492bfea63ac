package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hasekura.evidence.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A negotiation about a restricted dataset")
class RestrictedNegotiationTest {

    private final Pair pair = Pair.withJapan();

    RestrictedNegotiationTest() throws StoreFailed {}

    private void show(String dataset, String... grants) throws StoreFailed {
        List<Grant> to = List.of(grants).stream()
                .map(each -> Samples.value(Grant.parse(each)))
                .toList();
        assertThat(pair.provider().exchange().offerings().show(dataset, Visibility.of(to)))
                .hasValueSatisfying(each -> assertThat(each).isInstanceOf(Committed.Done.class));
    }

    private Negotiation negotiated(String dataset) throws StoreFailed {
        return pair.negotiation(pair.negotiates(dataset, Pair.OPEN));
    }

    @Test
    @DisplayName("comes about for whom it is shown to, and for others ends as if there were no such dataset")
    void hidden() throws StoreFailed {
        Negotiation ofNothing = negotiated("nothing");
        show("direct", "did:web:somebody.example");
        Negotiation ofHidden = negotiated("direct");
        assertThat(ofHidden.state()).isEqualTo(NegotiationState.TERMINATED);
        assertThat(ofHidden.reason().toString().replace("direct", "nothing"))
                .isEqualTo(ofNothing.reason().toString());
        assertThat(pair.provider().store().negotiations("", 10)).isEmpty();
        show("direct", pair.consumer().participant().did().text());
        assertThat(negotiated("direct").state()).isEqualTo(NegotiationState.FINALIZED);
    }

    @Test
    @DisplayName("under way ends when the dataset is no longer shown to the peer that began it")
    void excluded() throws StoreFailed {
        String waits = pair.negotiates("contacts", Pair.SERVICE);
        show("contacts", "country:US");
        Pair.process(pair.consumer().exchange().negotiations().act(waits, new NegotiationAct.Accept()));
        pair.world().settle();
        assertThat(pair.negotiation(waits).reason().orElseThrow().code()).isEqualTo("not-on-offer");
    }

    @Test
    @DisplayName("that the provider opened itself goes on: the offer is the grant")
    void offered() throws StoreFailed {
        show("contacts", "country:US");
        pair.provider()
                .exchange()
                .negotiations()
                .offer(
                        pair.consumer().participant().did().text(),
                        pair.consumer().address(),
                        "contacts",
                        Pair.SERVICE.id());
        pair.world().settle();
        String pid = pair.consumer().store().negotiations("", 1).getFirst().pid();
        Pair.process(pair.consumer().exchange().negotiations().act(pid, new NegotiationAct.Accept()));
        pair.world().settle();
        assertThat(pair.negotiation(pid).state()).isEqualTo(NegotiationState.FINALIZED);
    }

    @Test
    @DisplayName("leaves evidence of who was chosen: a digest alone, and that everybody sees it again")
    void evidence() throws StoreFailed {
        show("direct", "country:US");
        show("direct");
        assertThat(pair.provider().store().entries())
                .filteredOn(Entry.DatasetShown.class::isInstance)
                .extracting(each -> ((Entry.DatasetShown) each).shownTo())
                .containsExactly(Entry.ShownTo.SOME, Entry.ShownTo.EVERYBODY);
        assertThat(pair.provider().store().entries())
                .filteredOn(Entry.DatasetShown.class::isInstance)
                .noneMatch(each -> each.toString().contains("US"));
    }
}
