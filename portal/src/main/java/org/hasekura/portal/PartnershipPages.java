package org.hasekura.portal;

import static org.hasekura.portal.PortalRoute.EVERYBODY;
import static org.hasekura.portal.PortalRoute.get;
import static org.hasekura.portal.PortalRoute.post;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Slot;
import org.hasekura.partnership.Standing;

/** The pages of the partnership: those for everybody, and those on which a secretariat keeps its register. */
final class PartnershipPages {

    static final String COMPASS = "/partnership";
    static final String COMMITMENTS = "/partnership/commitments";
    static final String TIMELINE = "/partnership/timeline";
    static final String CHAINS = "/partnership/chains";
    static final String AGENDA = "/partnership/agenda";
    static final String AUTONOMY = "/partnership/autonomy";
    static final String PAPERS = "/partnership/papers";

    private static final List<Menu.Item> WAYS = List.of(
            new Menu.Item(COMPASS, "partnership.compass"),
            new Menu.Item(COMMITMENTS, "partnership.commitments"),
            new Menu.Item(TIMELINE, "partnership.timeline"),
            new Menu.Item(CHAINS, "partnership.chains"),
            new Menu.Item(AGENDA, "partnership.agenda"),
            new Menu.Item(AUTONOMY, "partnership.autonomy"),
            new Menu.Item(PAPERS, "partnership.papers"));

    private PartnershipPages() {}

    static List<PortalRoute> routes(Ports ports) {
        Council council = ports.council();
        return List.of(
                get(COMPASS, EVERYBODY, _ -> Reply.page(new CompassPage(council.promises()))),
                get(
                        COMMITMENTS,
                        EVERYBODY,
                        asked -> Reply.page(CommitmentsPage.asked(council.promises(), asked.query()))),
                get(
                        COMMITMENTS + "/{id}",
                        EVERYBODY,
                        asked -> CommitmentPage.asked(council.promises(), asked.place("id"))),
                get(TIMELINE, EVERYBODY, asked -> Reply.page(TimelinePage.asked(council.promises(), asked.query()))),
                get(CHAINS, EVERYBODY, _ -> Reply.page(new ChainsPage(council.promises()))),
                get(AGENDA, EVERYBODY, asked -> Reply.page(AgendaPage.asked(council.promises(), asked))),
                get(AUTONOMY, EVERYBODY, _ -> Reply.page(AutonomyPage.load())),
                get(PAPERS, EVERYBODY, asked -> PapersPage.read(asked, council)),
                get(PAPERS + "/{name}", EVERYBODY, asked -> PapersPage.paper(asked, council)),
                get("/partnership/data/{name}", EVERYBODY, asked -> PapersPage.data(asked, council)),
                get(
                        COMMITMENTS + "/{id}/{act}",
                        CommitmentActPage.KEEPING,
                        asked -> CommitmentActPage.read(asked, ports)),
                post(
                        COMMITMENTS + "/{id}/{act}",
                        CommitmentActPage.KEEPING,
                        asked -> CommitmentActPage.take(asked, ports)),
                get(SecretariatPage.PATH, CommitmentActPage.KEEPING, asked -> SecretariatPage.read(asked, council)),
                post("/partnership/begun", CommitmentActPage.KEEPING, asked -> SecretariatPage.begin(asked, council)),
                post("/partnership/trusted", CommitmentActPage.KEEPING, asked -> SecretariatPage.trust(asked, council)),
                post("/partnership/joined", CommitmentActPage.KEEPING, asked -> SecretariatPage.join(asked, council)),
                post(JoiningsPanel.PATH, CommitmentActPage.KEEPING, asked -> SecretariatPage.sync(asked, council)),
                post("/partnership/offered", CommitmentActPage.KEEPING, asked -> SecretariatPage.offer(asked, council)),
                get(ConflictsPage.PATH, CommitmentActPage.KEEPING, _ -> ConflictsPage.read(council)),
                post(ConflictsPage.PATH, CommitmentActPage.KEEPING, asked -> ConflictsPage.settle(asked, council)),
                get(MeetingsPage.PATH, EVERYBODY, _ -> MeetingsPage.read(council)),
                post(MeetingsPage.PATH, CommitmentActPage.KEEPING, asked -> MeetingsPage.convene(asked, council)),
                get(MeetingsPage.PATH + "/{id}", EVERYBODY, asked -> MeetingPage.read(asked, council)),
                post(
                        MeetingsPage.PATH + "/{id}",
                        CommitmentActPage.KEEPING,
                        asked -> MeetingPage.decide(asked, council)),
                get(ImportsPage.PATH, CommitmentActPage.KEEPING, _ -> ImportsPage.read(council)),
                post(ImportsPage.PATH, CommitmentActPage.KEEPING, asked -> ImportsPage.propose(asked, council)),
                get(ImportsPage.PATH + "/{id}", CommitmentActPage.KEEPING, asked -> DraftPage.read(asked, council)),
                post(ImportsPage.PATH + "/{id}", CommitmentActPage.KEEPING, asked -> DraftPage.confirm(asked, council)),
                get(
                        ImportsPage.PATH + "/{id}/{place}",
                        CommitmentActPage.KEEPING,
                        asked -> ProposalPage.read(asked, council)),
                post(
                        ImportsPage.PATH + "/{id}/{place}",
                        CommitmentActPage.KEEPING,
                        asked -> ProposalPage.take(asked, council)));
    }

    /** The way between those for everybody; for a secretariat also to its own. */
    static Html ways(View view) {
        Words words = view.words();
        return Html.of(
                "<nav class=\"inpage\" aria-label=\"{}\"><ul>{}{}</ul></nav>",
                words.say("partnership.pages"),
                Html.each(WAYS, each -> way(each, view)),
                Html.when(
                        view.viewer().isOneOf(CommitmentActPage.KEEPING),
                        () -> way(new Menu.Item(SecretariatPage.PATH, "partnership.secretariat"), view)));
    }

    private static Html way(Menu.Item item, View view) {
        return Html.of(
                "<li><a href=\"{}\"{}>{}</a></li>",
                view.href(item.path()),
                Html.when(view.path().equals(item.path()), () -> Html.of(" aria-current=\"page\"")),
                view.words().say(item.key()));
    }

    /** An area in the reader's words; one that nobody has named stands as it was entered. */
    static String area(String area, Words words) {
        String key = "area." + area.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return words.knows(key) ? words.say(key) : area;
    }

    /** What a value is of, in the reader's words: some fields have a name of their own behind what they are. */
    static String field(Slot slot, Words words) {
        String field = slot.field();
        if (words.knows("slot." + field)) {
            return words.say("slot." + field);
        }
        String[] parts = field.split("-", 2);
        return parts.length == 2 && words.knows("slot." + parts[0])
                ? words.say("slot." + parts[0]) + " " + parts[1]
                : field;
    }

    /** Whose register is shown, and what is wrong with it, if anything. */
    static Html whose(Promises promises, View view) {
        Words words = view.words();
        return Html.all(
                Html.when(
                        promises.trouble(),
                        why -> Html.of(
                                "<div class=\"notice bad\" role=\"alert\"><p>{}</p><p>{}</p></div>",
                                words.say("partnership.trouble"),
                                Reasons.html(why, words))),
                Html.of(
                        "<p class=\"hint\">{}</p>",
                        promises.seat()
                                .map(seat -> words.say(
                                        "partnership.kept-here", "seat", words.word("partnership.seat", seat.seat())))
                                .orElseGet(() -> words.say("partnership.as-shipped"))));
    }

    /** Why, and the button that signs. */
    static Html signing(Inputs in, View view) {
        Words words = view.words();
        String name = view.viewer() instanceof Viewer.Person person ? person.name() : "";
        return Html.all(
                in.text("reason", words.say("partnership.why"), ""),
                Html.of("<p class=\"hint\">{}</p>", words.say("partnership.signed-as", "name", name)),
                Html.of("<div class=\"acts\"><button>{}</button></div>", words.say("partnership.sign")));
    }

    /** What the register says is in English, whatever the page is in. */
    static Html refused(Optional<String> why, Words words) {
        return Html.when(
                why,
                each -> Html.of(
                        "<div class=\"notice errors\" role=\"alert\" tabindex=\"-1\"><h2>{}</h2><p>{}</p></div>",
                        words.say("partnership.refused"),
                        Reasons.html(each, words)));
    }

    static Table.Cell linked(View view, String id) {
        return new Table.Cell(link(view, id), id);
    }

    static Html link(View view, String id) {
        return Html.of("<a href=\"{}\">{}</a>", view.href(COMMITMENTS + "/" + Links.encode(id)), id);
    }

    /** How it stands: a word, a shape, a colour; a dash where nobody knows. */
    static Table.Cell standing(Entry entry, Words words) {
        return entry.standing()
                .map(each ->
                        new Table.Cell(chip(each, entry, words), each.phrase().in(Promises.locale(words))))
                .orElseGet(() -> Table.Cell.unknown(words));
    }

    private static Html chip(Standing standing, Entry entry, Words words) {
        String kind = switch (standing) {
            case COMPLETED, IN_FORCE, SUBSTANTIAL -> "good";
            case LIMITED, NOT_STARTED -> "warn";
            case ONGOING, RECURRING -> "now";
            case NOT_DUE, NOT_EVIDENCED -> "plain";
        };
        return Html.of(
                "<span class=\"chip {}\">{}</span>{}",
                kind,
                standing.phrase().in(Promises.locale(words)),
                Html.when(
                        entry.isDisputed(),
                        () -> Html.of(" <span class=\"chip warn\">{}</span>", words.say("partnership.disputed"))));
    }

    /** That something is missing, for the field of that name. */
    static Map<String, String> missing(Fields form, Words words, String... names) {
        Map<String, String> wrong = new java.util.HashMap<>();
        for (String name : names) {
            if (!form.has(name)) {
                wrong.put(name, words.say("partnership.wrong.missing"));
            }
        }
        return wrong;
    }
}
