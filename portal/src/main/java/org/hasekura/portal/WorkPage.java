package org.hasekura.portal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.StoreFailed;

/**
 * What waits for the person in the role they act in, and what has changed of late.
 *
 * @param questions of regulators that they may answer, and nobody has
 * @param calls guests who wait for a code that this node's people have to tell them
 * @param waiting in which they have the next word, the oldest first
 * @param elsewhere how many wait for the same person in another of their roles
 * @param latest the last ones that changed, the newest first
 * @param all how many exchanges there are, as far as lists go
 */
record WorkPage(
        Role role,
        List<Questions.Question> questions,
        List<Invitation> calls,
        List<Summary> waiting,
        Map<Role, Integer> elsewhere,
        List<Summary> latest,
        Map<Standing.Turn, Integer> all)
        implements Page {

    private static final int CARDS_MAX = 5;
    private static final int LATEST_MAX = 8;

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        List<Summary> newest = ports.exchanges().newest();
        Role role = asked.person().acting();
        Map<Standing.Turn, Integer> all = new LinkedHashMap<>();
        for (Standing.Turn turn : Standing.Turn.values()) {
            all.put(turn, (int) newest.stream()
                    .filter(each -> each.standing().turn() == turn)
                    .count());
        }
        return Reply.page(new WorkPage(
                role,
                asking(asked, ports),
                calling(asked, ports),
                newest.reversed().stream()
                        .filter(each -> concerns(role).contains(each.standing().next()))
                        .toList(),
                elsewhere(asked.person(), newest),
                newest.stream()
                        .sorted(java.util.Comparator.comparing(Summary::changed).reversed())
                        .limit(LATEST_MAX)
                        .toList(),
                all));
    }

    private static Map<Role, Integer> elsewhere(Viewer.Person person, List<Summary> newest) {
        Map<Role, Integer> elsewhere = new EnumMap<>(Role.class);
        for (Role role : person.roles()) {
            int waiting = (int) newest.stream()
                    .filter(each -> concerns(role).contains(each.standing().next()))
                    .count();
            if (role != person.acting() && waiting > 0) {
                elsewhere.put(role, waiting);
            }
        }
        return elsewhere;
    }

    private static List<Questions.Question> asking(Asked asked, Ports ports) throws StoreFailed {
        return asked.view().viewer().isOneOf(QuestionsPage.ANSWERING)
                ? ports.questions().all().reversed().stream()
                        .filter(each -> each.answer().isEmpty())
                        .toList()
                : List.of();
    }

    /** A guest sits before their browser until somebody rings. */
    private static List<Invitation> calling(Asked asked, Ports ports) throws StoreFailed {
        var waiting = new ArrayList<Invitation>();
        if (asked.person().acting() == Role.PROVIDER) {
            for (Invitation each : ports.guests().all()) {
                if (ports.guests().codeToTell(each).isPresent()) {
                    waiting.add(each);
                }
            }
        }
        return waiting;
    }

    /** How many things are to be done by this person in this role. */
    private int yours() {
        return questions.size() + calls.size() + waiting.size();
    }

    /** What comes next that this role has to do. */
    private static Set<Standing.Next> concerns(Role role) {
        return switch (role) {
            case PROVIDER, COMPLIANCE -> EnumSet.of(Standing.Next.WE_DECIDE, Standing.Next.WE_DECIDE_TRANSFER);
            case CONSUMER -> EnumSet.of(Standing.Next.WE_ANSWER, Standing.Next.WE_MAY_FETCH);
            case REGULATOR, OPERATOR, SECRETARIAT, ANALYST, AUTHORITY, AGENCY -> Set.of();
        };
    }

    @Override
    public String title(Words words) {
        return words.say("work.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        if (yours() > 0) {
            return Optional.of(words.count("work.waiting", yours()));
        }
        int ours = all.getOrDefault(Standing.Turn.OURS, 0);
        return Optional.of(ours == 0 ? words.say("work.nothing") : words.count("work.others", ours));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                Html.when(
                        yours() > 0,
                        () -> Html.of(
                                "<h2>{}</h2><ul class=\"tasks\">{}{}{}</ul>{}",
                                words.say("work.your-turn"),
                                Html.each(calls, (Invitation each) -> call(each, view)),
                                Html.each(questions, (Questions.Question each) -> question(each, view)),
                                Html.each(
                                        waiting.stream().limit(CARDS_MAX).toList(), (Summary each) -> card(each, view)),
                                Html.when(
                                        waiting.size() > CARDS_MAX,
                                        () -> Html.of(
                                                "<p><a href=\"{}\">{}</a></p>",
                                                view.href("/exchanges"),
                                                words.say("work.all-waiting", "n", waiting.size()))))),
                Html.of("<p>{}</p>", words.word("work.for", role)),
                Html.when(
                        !elsewhere.isEmpty(),
                        () -> Html.of(
                                "<p>{}</p><ul>{}</ul>",
                                words.say("work.elsewhere"),
                                Html.each(
                                        elsewhere.entrySet(),
                                        (Map.Entry<Role, Integer> each) -> Html.of(
                                                "<li>{}: {}</li>",
                                                words.word("role", each.getKey()),
                                                words.number(each.getValue()))))),
                Html.when(
                        view.viewer().isOneOf(QuestionsPage.SEEING),
                        () -> Html.of(
                                "<p><a href=\"{}\">{}</a></p>",
                                view.href(QuestionsPage.PATH),
                                words.say("questions.title"))),
                counts(view),
                latest(view));
    }

    private static Html question(Questions.Question each, View view) {
        String text = QuestionsPage.shortened(each.text().orElse(view.words().say("questions.erased")));
        return task(
                QuestionPage.path(each.id()),
                text,
                view.words().html("work.question", "day", view.day(each.dueBy())),
                view);
    }

    private static Html call(Invitation each, View view) {
        return task(
                "/guests/" + Links.encode(each.id()),
                each.guest().organisation(),
                Html.text(view.words().say("work.call")),
                view);
    }

    private static Html task(String page, String title, Html what, View view) {
        return Html.of(
                "<li><div><a href=\"{}\"><strong>{}</strong></a><p class=\"hint\">{}</p></div><a class=\"button\" href=\"{}\">{}<span class=\"hidden\">: {}</span></a></li>",
                view.href(page),
                title,
                what,
                view.href(page),
                view.words().say("work.open"),
                title);
    }

    private static Html card(Summary each, View view) {
        Words words = view.words();
        return Html.of(
                "<li><div><a href=\"{}\"><strong>{}</strong></a> {} {}<p class=\"hint\">{} {}</p></div><a class=\"button\" href=\"{}\">{}<span class=\"hidden\">: {}</span></a></li>",
                path(each, view),
                each.title(words),
                words.word("exchanges.role", each.negotiation().role()),
                each.peer().html(words),
                words.word("standing.next", each.standing().next()),
                view.time(each.changed()),
                path(each, view),
                words.say("work.open"),
                each.title(words));
    }

    private static String path(Summary each, View view) {
        return view.href(ExchangePage.path(each.negotiation().pid()));
    }

    private Html counts(View view) {
        Words words = view.words();
        return Html.of(
                "<ul class=\"counts\">{}</ul>",
                Html.each(
                        all.entrySet(),
                        (Map.Entry<Standing.Turn, Integer> each) -> Html.of(
                                "<li><a href=\"{}#{}\"><strong>{}</strong> {}</a></li>",
                                view.href("/exchanges"),
                                each.getKey().name().toLowerCase(java.util.Locale.ROOT),
                                words.number(each.getValue()),
                                words.word("standing.turn", each.getKey()))));
    }

    private Html latest(View view) {
        Words words = view.words();
        return Html.of(
                "<section><h2>{}</h2>{}</section>",
                words.say("work.latest"),
                table(view).html(view));
    }

    private Table table(View view) {
        Words words = view.words();
        return new Table(
                "latest",
                words.say("work.latest"),
                ExchangesPage.columns(words),
                latest.stream().map(each -> ExchangesPage.row(each, view)).toList(),
                Html.of("<p>{}</p>", words.say("exchanges.never")));
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(table(view));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "role",
                role,
                "questions",
                questions.stream().map(QuestionsPage::data).toList(),
                "calls",
                calls.stream().map(Invitation::id).toList(),
                "waiting",
                waiting.stream().map(ExchangesPage::data).toList(),
                "latest",
                latest.stream().map(ExchangesPage::data).toList());
    }
}
