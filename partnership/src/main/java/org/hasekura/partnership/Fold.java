package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** One fold of a set of events into a register. */
final class Fold {

    private static final Phrase NOT_THEIRS =
            new Phrase("one side cannot speak for the other", "一方の側が他方に代わって報告することはできない");
    private static final Phrase NOTHING_THERE = new Phrase(
            "it is about nothing that the register holds; its entry may still be on the way",
            "登録簿にない項目に関するもの(登録が未着の可能性)");

    private final EventSet events;
    private final Map<String, Source> sources;
    private final List<Disregarded> disregarded = new ArrayList<>();
    private final Map<String, List<Named>> bySubject = new HashMap<>();
    private final Slots slots;
    private final Map<String, List<Contested>> contested;
    private final Set<EventId> withdrawn = new HashSet<>();

    Fold(EventSet events, Map<String, Source> sources) {
        this.events = events;
        this.sources = sources;
        List<Named> heard = events.inOrder().stream().filter(this::isTheirs).toList();
        Set<String> known = subjects(heard);
        List<Named> kept = heard.stream().filter(each -> isThere(each, known)).toList();
        kept.forEach(each -> bySubject
                .computeIfAbsent(each.event().change().subject(), _ -> new ArrayList<>())
                .add(each));
        kept.forEach(this::withdraw);
        this.slots = Slots.of(kept);
        this.contested = slots.contested();
    }

    private boolean isTheirs(Named named) {
        Event event = named.event();
        boolean is = event.change()
                .saidBy()
                .map(side -> event.author().seat().speaksFor(side))
                .orElse(true);
        if (!is) {
            disregarded.add(new Disregarded(named, NOT_THEIRS));
        }
        return is;
    }

    private static Set<String> subjects(List<Named> heard) {
        var known = new HashSet<String>();
        for (Named each : heard) {
            switch (each.event().change()) {
                case Change.EnterInstrument _, Change.EnterSource _, Change.Enter _, Change.Convene _ ->
                    known.add(each.event().change().subject());
                default -> {}
            }
        }
        return known;
    }

    private boolean isThere(Named named, Set<String> known) {
        boolean is = known.contains(named.event().change().subject());
        if (!is) {
            disregarded.add(new Disregarded(named, NOTHING_THERE));
        }
        return is;
    }

    /** Each side takes back what it said itself; anybody's addition can so be taken back by its own seat alone. */
    private void withdraw(Named named) {
        if (named.event().change() instanceof Change.Withdraw(var _, EventId target)
                && events.get(target)
                        .filter(each ->
                                each.author().seat() == named.event().author().seat())
                        .isPresent()) {
            withdrawn.add(target);
        }
    }

    Register register() {
        SequencedMap<String, Instrument> instruments = new LinkedHashMap<>();
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        var meetings = new ArrayList<Held>();
        for (String subject : new TreeMap<>(bySubject).keySet()) {
            slots.shown(new Slot(subject, "entry")).ifPresent(shown -> {
                switch (shown.event().change()) {
                    case Change.EnterInstrument(Instrument instrument) -> instruments.put(subject, instrument);
                    case Change.Enter(Commitment commitment) -> entries.put(subject, entry(commitment));
                    case Change.Convene(Meeting meeting) ->
                        meetings.add(new Held(meeting, told(subject, Fold::decision), conflicts(subject)));
                    default -> throw new IllegalStateException("no entry: " + shown);
                }
            });
        }
        meetings.sort(
                java.util.Comparator.comparing((Held each) -> each.meeting().day())
                        .thenComparing(each -> each.meeting().id()));
        return new Register(
                events,
                allSources(),
                Collections.unmodifiableSequencedMap(instruments),
                Collections.unmodifiableSequencedMap(entries),
                meetings,
                disregarded);
    }

    /** Those of the compilation, and those entered since. */
    private Map<String, Source> allSources() {
        Map<String, Source> all = new HashMap<>(sources);
        for (String subject : bySubject.keySet()) {
            slots.shown(new Slot(subject, "source")).ifPresent(shown -> {
                if (shown.event().change() instanceof Change.EnterSource(Source source)) {
                    all.put(source.id(), source);
                }
            });
        }
        return all;
    }

    private Entry entry(Commitment first) {
        String id = first.id();
        Map<Side, Told<Report>> reports = new EnumMap<>(Side.class);
        for (Named each : slots.shown(id, "report-")) {
            if (each.event().change() instanceof Change.SelfReport(var _, Side side, Report report)) {
                reports.put(side, told(each, report));
            }
        }
        return new Entry(
                corrected(first),
                value(id, "expected", Fold::expected).flatMap(Function.identity()),
                reports,
                slots.shown(id, "assessment-").stream()
                        .flatMap(each -> each.event().change() instanceof Change.Assess(var _, Assessment what)
                                ? java.util.stream.Stream.of(told(each, what))
                                : java.util.stream.Stream.of())
                        .toList(),
                told(
                        id,
                        change -> change instanceof Change.Prove(var _, Evidence what)
                                ? Optional.of(what)
                                : Optional.empty()),
                told(id, change -> change instanceof Change.Connect(Link what) ? Optional.of(what) : Optional.empty()),
                told(id, change -> change instanceof Change.AskToExplain what ? Optional.of(what) : Optional.empty()),
                told(
                        id,
                        change -> change instanceof Change.Explain(var _, Explanation what)
                                ? Optional.of(what)
                                : Optional.empty()),
                conflicts(id),
                bySubject.getOrDefault(id, List.of()));
    }

    /** The promise with the last word on each of its fields. */
    private Commitment corrected(Commitment first) {
        String id = first.id();
        Owners owners = first.owners();
        for (Side side : Side.values()) {
            Owners before = owners;
            owners = value(id, "owners-" + side.word(), Fold::owners)
                    .map(names -> before.with(side, names))
                    .orElse(before);
        }
        return new Commitment(
                id,
                first.instrument(),
                first.area(),
                first.point(),
                first.kind(),
                value(id, "text", Fold::text).orElse(first.text()),
                owners,
                first.made(),
                value(id, "due", Fold::due).orElse(first.due()),
                first.isVerifiable(),
                first.confidence(),
                citations(first));
    }

    private List<Citation> citations(Commitment first) {
        SequencedMap<String, Citation> all = new LinkedHashMap<>();
        first.citations().forEach(each -> all.put(each.source(), each));
        for (Named each : slots.shown(first.id(), "citation-")) {
            if (each.event().change() instanceof Change.Cite(var _, Citation citation)) {
                all.put(citation.source(), citation);
            }
        }
        return List.copyOf(all.values());
    }

    private <T> Optional<T> value(String subject, String field, Function<Change, Optional<T>> what) {
        return slots.shown(new Slot(subject, field))
                .flatMap(each -> what.apply(each.event().change()));
    }

    private <T> List<Told<T>> told(String subject, Function<Change, Optional<T>> what) {
        Predicate<Named> stands = each -> !withdrawn.contains(each.id());
        return bySubject.getOrDefault(subject, List.of()).stream()
                .filter(stands)
                .flatMap(each -> what.apply(each.event().change()).map(it -> told(each, it)).stream())
                .toList();
    }

    private static <T> Told<T> told(Named each, T what) {
        return new Told<>(what, each.id(), each.event().author(), each.event().at());
    }

    private List<Contested> conflicts(String subject) {
        return contested.getOrDefault(subject, List.of());
    }

    private static Optional<Decision> decision(Change change) {
        return change instanceof Change.Decide(Decision what) ? Optional.of(what) : Optional.empty();
    }

    private static Optional<Optional<PartialDate>> expected(Change change) {
        return change instanceof Change.Expect(var _, var date) ? Optional.of(date) : Optional.empty();
    }

    private static Optional<List<String>> owners(Change change) {
        return change instanceof Change.Assign(var _, var _, var names) ? Optional.of(names) : Optional.empty();
    }

    private static Optional<Phrase> text(Change change) {
        return change instanceof Change.Reword(var _, Phrase text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Optional<Due>> due(Change change) {
        return change instanceof Change.ReadDue(var _, var due) ? Optional.of(due) : Optional.empty();
    }
}
