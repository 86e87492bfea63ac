package org.hasekura.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("Two secretariats with one register")
class MergeTest {

    private static final int SEEDS = 40;
    private static final List<Standing> STANDINGS = List.of(Standing.values());
    private static final EventSet BEGINNING =
            EventSet.of(ShippedRegister.load().events().subList(0, 60));
    private static final List<String> IDS = Register.of(BEGINNING, Map.of()).entries().keySet().stream()
            .limit(4)
            .toList();

    /** One of them: what it holds, and what it does under a seed. */
    private static final class Secretariat {
        private final Author author;
        private EventSet events = BEGINNING;

        Secretariat(Author author) {
            this.author = author;
        }

        Register register() {
            return Register.of(events, Map.of());
        }

        void say(Change change, int minute) {
            Event event = Event.first(author, EventJsonTest.NOON.plusSeconds(60L * minute), "a test", change);
            events = events.plus(register().inView(event));
        }
    }

    private static Change any(Random random, Author author) {
        String id = IDS.get(random.nextInt(IDS.size()));
        Side own = author.seat() == Author.Seat.EU ? Side.EU : Side.JAPAN;
        return switch (random.nextInt(6)) {
            case 0 -> new Change.Expect(id, PartialDate.parse(Integer.toString(2027 + random.nextInt(3))));
            case 1 -> new Change.Reword(id, new Phrase("text " + random.nextInt(5), "文"));
            case 2 ->
                new Change.SelfReport(id, own, new Report(STANDINGS.get(random.nextInt(STANDINGS.size())), "as seen"));
            // Now and then a side tries to speak for the other.
            case 3 -> new Change.SelfReport(id, own.other(), new Report(Standing.COMPLETED, "they did"));
            case 4 ->
                new Change.Prove(
                        id,
                        new Evidence.Document(Citation.notRead("S0" + random.nextInt(9)), "seen", Optional.empty()));
            default -> new Change.Explain(id, new Explanation(own, "late " + random.nextInt(3), Optional.empty()));
        };
    }

    @TestFactory
    @DisplayName("end with the same register after any history of work, partitions and exchanges:")
    Stream<DynamicTest> converge() {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    var random = new Random(seed);
                    var brussels = new Secretariat(EventJsonTest.BRUSSELS);
                    var tokyo = new Secretariat(EventJsonTest.TOKYO);
                    var said = new ArrayList<EventSet>();
                    for (int minute = 0; minute < 60; minute++) {
                        Secretariat one = random.nextBoolean() ? brussels : tokyo;
                        one.say(any(random, one.author), random.nextInt(30));
                        said.add(one.events);
                        if (random.nextInt(8) == 0) {
                            // Only one hears of the other, and of an older state: the network is what it is.
                            EventSet heard = said.get(random.nextInt(said.size()));
                            Secretariat hears = random.nextBoolean() ? brussels : tokyo;
                            hears.events = hears.events.merge(heard);
                        }
                    }
                    EventSet before = brussels.events.merge(EventSet.EMPTY);
                    brussels.events = brussels.events.merge(tokyo.events);
                    tokyo.events = tokyo.events.merge(before).merge(before);

                    assertThat(brussels.events.digest()).isEqualTo(tokyo.events.digest());
                    assertThat(brussels.register()).isEqualTo(tokyo.register());
                    assertThat(ExportJson.write(ShippedRegister.load(), brussels.register()))
                            .isEqualTo(ExportJson.write(ShippedRegister.load(), tokyo.register()));
                    said.forEach(
                            each -> assertThat(each.without(brussels.events).size())
                                    .as("nothing that anybody said is lost")
                                    .isZero());
                    assertSettles(brussels, tokyo);
                }));
    }

    /** A person settles every conflict; then there is none on either side, and what was chosen stands. */
    private static void assertSettles(Secretariat brussels, Secretariat tokyo) {
        for (Contested each : brussels.register().contested()) {
            brussels.say(each.values().getFirst().event().change(), 100);
        }
        tokyo.events = tokyo.events.merge(brussels.events);
        assertThat(tokyo.register().contested()).isEmpty();
        assertThat(tokyo.register()).isEqualTo(brussels.register());
    }

    @Test
    @DisplayName("meet random histories in which conflicts do arise, so that settling is tried")
    void conflictsArise() {
        var brussels = new Secretariat(EventJsonTest.BRUSSELS);
        var tokyo = new Secretariat(EventJsonTest.TOKYO);
        String id = IDS.getFirst();
        brussels.say(new Change.Expect(id, PartialDate.parse("2027")), 1);
        tokyo.say(new Change.Expect(id, PartialDate.parse("2028")), 2);
        brussels.events = brussels.events.merge(tokyo.events);

        Entry both = brussels.register().entry(id).orElseThrow();
        assertThat(both.contested()).singleElement().satisfies(contested -> {
            assertThat(contested.slot()).isEqualTo(new Slot(id, "expected"));
            assertThat(contested.values())
                    .extracting(each -> each.event().author())
                    .containsExactly(EventJsonTest.BRUSSELS, EventJsonTest.TOKYO);
        });
        assertThat(both.expected()).as("the last is shown, and marked").isEqualTo(PartialDate.parse("2028"));

        brussels.say(new Change.Expect(id, PartialDate.parse("2027")), 3);
        tokyo.events = tokyo.events.merge(brussels.events);
        Entry settled = tokyo.register().entry(id).orElseThrow();
        assertThat(settled.contested()).isEmpty();
        assertThat(settled.expected()).isEqualTo(PartialDate.parse("2027"));
        assertThat(settled.history().stream().filter(each -> each.event().change() instanceof Change.Expect))
                .as("all three stay in the history")
                .hasSize(3);
    }

    @Test
    @DisplayName("have no conflict where both said the same, or one saw the other's word")
    void noConflict() {
        var brussels = new Secretariat(EventJsonTest.BRUSSELS);
        var tokyo = new Secretariat(EventJsonTest.TOKYO);
        String id = IDS.getFirst();
        brussels.say(new Change.Expect(id, PartialDate.parse("2027")), 1);
        tokyo.say(new Change.Expect(id, PartialDate.parse("2027")), 2);
        tokyo.events = tokyo.events.merge(brussels.events);
        assertThat(tokyo.register().contested()).isEmpty();
        tokyo.say(new Change.Expect(id, PartialDate.parse("2029")), 0);
        assertThat(tokyo.register().contested()).isEmpty();
        assertThat(tokyo.register().entry(id).orElseThrow().expected())
                .as("a slow clock does not matter to who saw whom")
                .isEqualTo(PartialDate.parse("2029"));
    }

    @Test
    @DisplayName("cannot speak for each other, nor take back each other's evidence")
    void seats() {
        var brussels = new Secretariat(EventJsonTest.BRUSSELS);
        var tokyo = new Secretariat(EventJsonTest.TOKYO);
        String id = IDS.getFirst();
        brussels.say(new Change.SelfReport(id, Side.JAPAN, new Report(Standing.NOT_STARTED, "they did not")), 1);
        assertThat(brussels.register().disregarded())
                .extracting(each -> each.why().en())
                .containsExactly("one side cannot speak for the other");
        assertThat(brussels.register().entry(id).orElseThrow().reports()).isEmpty();

        tokyo.say(new Change.Prove(id, new Evidence.Document(Citation.notRead("S01"), "seen", Optional.empty())), 2);
        EventId proof =
                tokyo.register().entry(id).orElseThrow().evidence().getLast().id();
        int before = tokyo.register().entry(id).orElseThrow().evidence().size();
        brussels.events = brussels.events.merge(tokyo.events);
        brussels.say(new Change.Withdraw(id, proof), 3);
        assertThat(brussels.register().entry(id).orElseThrow().evidence()).hasSize(before);
        tokyo.say(new Change.Withdraw(id, proof), 3);
        assertThat(tokyo.register().entry(id).orElseThrow().evidence()).hasSize(before - 1);
    }

    @Test
    @DisplayName("keep what is about an entry that is still on the way, and show it when that comes")
    void onTheWay() {
        List<Named> all =
                new ArrayList<>(ShippedRegister.load().register().events().inOrder());
        Collections.shuffle(all, new Random(1));
        EventSet events = EventSet.EMPTY;
        for (Named each : all) {
            events = events.plus(each.event());
            if (events.size() == 100) {
                assertThat(Register.of(events, Map.of()).disregarded()).isNotEmpty();
            }
        }
        assertThat(Register.of(events, Map.of()).disregarded()).isEmpty();
        assertThat(Register.of(events, Map.of()))
                .isEqualTo(Register.of(ShippedRegister.load().register().events(), Map.of()));
    }

    @Test
    @DisplayName("take from each other only what is signed by the seat it names, or known anyway")
    void signed() {
        Event eu = Event.first(
                EventJsonTest.BRUSSELS,
                EventJsonTest.NOON,
                "a test",
                new Change.Expect(IDS.getFirst(), PartialDate.parse("2027")));
        Event forged = Event.first(
                EventJsonTest.BRUSSELS,
                EventJsonTest.NOON,
                "forged",
                new Change.Expect(IDS.getFirst(), PartialDate.parse("2099")));
        Signature good = new Signature("eu-1", "good");
        Ledger theirs = Ledger.of(BEGINNING)
                .plus(eu, Optional.of(good))
                .plus(forged, Optional.of(new Signature("jp-1", "good")))
                .plus(Event.first(EventJsonTest.TOKYO, EventJsonTest.NOON, "bare", forged.change()), Optional.empty());
        Ledger.Taken taken = Ledger.EMPTY.take(
                theirs, BEGINNING, (seat, _, signature) -> signature.key().startsWith(seat.word()));
        assertThat(taken.added()).hasSize(BEGINNING.size() + 1);
        assertThat(taken.refused())
                .extracting(each -> each.why().en())
                .containsExactlyInAnyOrder(
                        "it bears no signature", "its signature is not by a key of the seat that it names");
        assertThat(taken.ledger().signature(EventJson.id(eu))).contains(good);
        assertThat(LedgerJson.read(LedgerJson.write(taken.ledger())))
                .isInstanceOfSatisfying(
                        Read.Done.class,
                        done -> assertThat(((Ledger) done.value()).signature(EventJson.id(eu)))
                                .contains(good));
    }
}
