package org.hasekura.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.partnership.Side;

/**
 * Papers made from the register, and the register as files: the joint report for everybody, each side's briefing for a
 * secretariat.
 *
 * @param day as of which they are made
 * @param since the day of the last meeting; empty: the last one recorded
 */
record PapersPage(Promises promises, LocalDate day, Optional<LocalDate> since) implements RegisterPage {

    /** The files of open data, as {@link Council#openData} has them. */
    static final List<String> FILES = List.of("register.json", "register.csv", "register.jsonld", "events.jsonl");

    static Reply read(Asked asked, Council council) {
        return Reply.page(new PapersPage(
                council.promises(),
                day(asked.query(), "on").orElse(asked.view().today()),
                day(asked.query(), "since")));
    }

    private static Optional<LocalDate> day(Fields query, String name) {
        try {
            return query.text(name).map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** {@code report.pdf}, {@code briefing-eu.docx} and so on, in the language of the address. */
    static Reply paper(Asked asked, Council council) {
        String[] name = asked.place("name").split("\\.", 2);
        Optional<Council.Format> format = Arrays.stream(Council.Format.values())
                .filter(each -> name.length == 2 && ending(each).equals(name[1]))
                .findFirst();
        Optional<Side> side = Side.of(name[0].replace("briefing-", ""));
        boolean isBriefing = name[0].startsWith("briefing-") && side.isPresent();
        boolean isAllowed =
                isBriefing ? asked.view().viewer().isOneOf(CommitmentActPage.KEEPING) : name[0].equals("report");
        if (format.isEmpty() || !isAllowed) {
            return new Reply.Nothing();
        }
        var paper = new Council.Paper(
                isBriefing ? side : Optional.empty(),
                format.get(),
                asked.view().language(),
                day(asked.query(), "on").orElse(asked.view().today()),
                day(asked.query(), "since"));
        return new Reply.Given(
                name[0] + "-" + paper.day() + "-" + asked.view().language().code() + "." + name[1],
                format.get().mediaType(),
                sink -> sink.write(council.paper(paper)));
    }

    static Reply data(Asked asked, Council council) {
        return council.openData().stream()
                .filter(each -> each.name().equals(asked.place("name")))
                .findFirst()
                .<Reply>map(each -> new Reply.Given(each.name(), each.mediaType(), sink -> sink.write(each.bytes())))
                .orElseGet(Reply.Nothing::new);
    }

    private static String ending(Council.Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.papers");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("partnership.papers-lead"));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        boolean keeps = view.viewer().isOneOf(CommitmentActPage.KEEPING);
        return Html.all(
                PartnershipPages.ways(view),
                form(view),
                paper("report", words.say("partnership.report"), words.say("partnership.report-why"), view),
                Html.when(
                        keeps,
                        () -> Html.each(
                                Arrays.asList(Side.values()),
                                side -> paper(
                                        "briefing-" + side.word(),
                                        words.say(
                                                "partnership.briefing",
                                                "side",
                                                side.phrase().in(Promises.locale(words))),
                                        words.say("partnership.briefing-why"),
                                        view))),
                Html.of(
                        "<h2>{}</h2><p>{}</p><ul>{}</ul>",
                        words.say("partnership.open-data"),
                        words.say(
                                "partnership.open-data-why",
                                "licence",
                                promises.compilation().licence(),
                                "version",
                                promises.version()),
                        Html.each(
                                FILES,
                                each -> Html.of(
                                        "<li><a href=\"{}/{}\" download>{}</a></li>",
                                        view.href("/partnership/data"),
                                        each,
                                        each))));
    }

    private Html form(View view) {
        Words words = view.words();
        return Html.of(
                "<form method=\"get\" action=\"{}\" class=\"form filters\">{}{}<p><button class=\"second\">{}</button></p></form>",
                view.href(PartnershipPages.PAPERS),
                Inputs.FRESH.day("on", words.say("partnership.field.day"), day.toString()),
                Inputs.FRESH.day(
                        "since",
                        words.say("partnership.since"),
                        since.map(LocalDate::toString).orElse("")),
                words.say("partnership.set"));
    }

    private Html paper(String name, String title, String why, View view) {
        String query = "?on=" + day + since.map(each -> "&since=" + each).orElse("");
        return Html.of(
                "<h2>{}</h2><p>{}</p><p class=\"acts\">{}</p>",
                title,
                why,
                Html.each(
                        Stream.of(Council.Format.values()).toList(),
                        each -> Html.of(
                                "<a class=\"button second\" href=\"{}/{}.{}{}\" download>{}<span class=\"hidden\">: {}</span></a>",
                                view.href(PartnershipPages.PAPERS),
                                name,
                                ending(each),
                                query,
                                each.name(),
                                title)));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("day", day, "files", FILES);
    }
}
