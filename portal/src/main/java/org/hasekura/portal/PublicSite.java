package org.hasekura.portal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hasekura.law.Law;
import org.hasekura.law.Matrix;
import org.hasekura.law.Provision;
import org.hasekura.law.ProvisionSearch;
import org.hasekura.partnership.ExportCsv;
import org.hasekura.partnership.ExportJson;

/**
 * The public part of the portal as files that need no server: the table of all pairs of countries, answers from Europe and from Japan to
 * every country, the adequacy register, the provisions and the changes in law, and what the EU and Japan promised each other, in both
 * languages, judged for the last day of the law data. Links are relative; the same data give the same bytes.
 */
public final class PublicSite {

    /** From where every answer has a page of its own; Germany stands for the Union. */
    private static final List<String> SENDERS = List.of("DE", "JP");

    static final String COMMITMENT = "commitment-";
    private static final String OPEN_DATA = "open-data";

    private static final List<String> KINDS = List.of("personal", "special", "hr", "non-personal");

    private final LawDays law;
    private final LocalDate day;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private PublicSite(Law law) {
        this.law = LawDays.of(law);
        this.day = law.asOf();
    }

    /** Every file by its path, with slashes. */
    public static SortedMap<String, byte[]> files(Law law) {
        var site = new PublicSite(law);
        Map<String, Page> pages = site.pages();
        for (Language language : Language.values()) {
            View view = site.view(language);
            pages.forEach((path, page) -> site.put(
                    language.code() + "/" + path + ".html", PublicFrame.html(page, path, pages.keySet(), view)));
        }
        site.openData();
        site.put("index.html", PublicFrame.door());
        site.put("site.css", PublicFrame.sheet());
        return site.files;
    }

    private void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Pages by their path below the language, without its ending. */
    private Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        Matrix personal = LawPage.matrix(law.law(), "personal", day);
        pages.put("index", new PublicStart(personal, SENDERS));
        for (String kind : KINDS) {
            pages.put("law-" + kind, LawPage.of(law.law(), kind, day, SENDERS));
        }
        pages.put("adequacy", AdequacyPage.of(law.law(), day));
        pages.put("changes", LawChangesPage.of(law.law(), day.minusYears(3), day));
        pages.put("provisions", ProvisionsPage.of(law.law(), "", day));
        for (String from : SENDERS) {
            for (String to : personal.importers()) {
                if (!from.equals(to)) {
                    pages.put(answer(from, to), answerPage(from, to));
                }
            }
        }
        for (ProvisionSearch.Found found : decisions()) {
            pages.put(decision(found.provision()), ProvisionPage.of(law.law(), found, day));
        }
        partnership(pages);
        return pages;
    }

    private void partnership(Map<String, Page> pages) {
        Promises promises = Promises.shipped();
        pages.put("partnership", new CompassPage(promises));
        pages.put("commitments", CommitmentsPage.asked(promises, Fields.NONE));
        pages.put("timeline", TimelinePage.asked(promises, Fields.NONE));
        pages.put("chains", new ChainsPage(promises));
        pages.put("agenda", new AgendaPage(promises, day));
        pages.put("autonomy", AutonomyPage.load());
        pages.put(OPEN_DATA, new PublicData(promises));
        promises.register()
                .all()
                .forEach(each -> pages.put(COMMITMENT + each.id(), new CommitmentPage(promises, each)));
    }

    private void openData() {
        Promises promises = Promises.shipped();
        put("data/register.json", ExportJson.write(promises.compilation(), promises.register()));
        put("data/register.csv", ExportCsv.write(promises.register().all(), promises.register()));
        put("data/register.jsonld", ExportJson.dcat(promises.compilation(), promises.register(), ""));
    }

    private List<ProvisionSearch.Found> decisions() {
        return ProvisionSearch.everything(law.law()).stream()
                .filter(found -> found.decision().isPresent())
                .toList();
    }

    static String answer(String from, String to) {
        return "send-" + from + "-" + to;
    }

    static String decision(Provision act) {
        return "decision-" + act.token();
    }

    private Page answerPage(String from, String to) {
        Sending sending = Sending.of(law.law(), from, to, What.CUSTOMER_CONTACTS, day);
        return SendPage.of(law, Fields.read(sending.query()), day);
    }

    private View view(Language language) {
        return new View(
                Words.in(language),
                new Viewer.Guest(),
                new About("", "", "Hasekura", "JP", false, "", law.law().lawDataVersion(), Optional.empty()),
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                ZoneOffset.UTC,
                "/",
                "",
                "",
                Optional.empty());
    }

    /** Where a page of the portal stands among the files; empty when it is not among them. */
    static Optional<String> file(String address) {
        String[] parts = address.split("\\?", 2);
        Fields query = Fields.read(parts.length < 2 ? "" : parts[1]);
        return switch (parts[0]) {
            case "/" -> Optional.of("index");
            case "/law" -> Optional.of("law-" + query.text("data").orElse("personal"));
            case "/law/adequacy" -> Optional.of("adequacy");
            case "/law/changes" -> Optional.of("changes");
            case "/law/provisions" -> Optional.of("provisions");
            case "/send" ->
                query.has("details")
                                || !query.text("what")
                                        .orElse("customer-contacts")
                                        .equals("customer-contacts")
                        ? Optional.empty()
                        : Optional.of(answer(
                                query.text("from").orElse(""), query.text("to").orElse("")));
            case "/partnership/papers" -> Optional.of(OPEN_DATA);
            case "/partnership",
                    "/partnership/commitments",
                    "/partnership/timeline",
                    "/partnership/chains",
                    "/partnership/agenda",
                    "/partnership/autonomy" ->
                parts.length < 2 ? Optional.of(parts[0].substring(parts[0].lastIndexOf('/') + 1)) : Optional.empty();
            default -> ofMany(parts[0]);
        };
    }

    private static Optional<String> ofMany(String path) {
        String commitments = PartnershipPages.COMMITMENTS + "/";
        return path.startsWith(commitments)
                ? Optional.of(COMMITMENT + path.substring(commitments.length()))
                : path.startsWith("/law/decisions/")
                        ? Optional.of("decision-" + path.substring("/law/decisions/".length()))
                        : Optional.empty();
    }

    /** The days of an answer that a file may be asked for; other days have no page. */
    static boolean isOfDay(String address, LocalDate day) {
        return !address.contains("day=") || address.contains("day=" + day);
    }

    /** The register of the partnership as files beside the pages. */
    private record PublicData(Promises promises) implements Page {

        @Override
        public String title(Words words) {
            return words.say("partnership.open-data");
        }

        @Override
        public Html content(View view) {
            Words words = view.words();
            return Html.of(
                    "{}<p>{}</p><ul>{}</ul>",
                    PartnershipPages.ways(view),
                    words.say(
                            "partnership.open-data-why",
                            "licence",
                            promises.compilation().licence(),
                            "version",
                            promises.version()),
                    Html.each(
                            PapersPage.FILES.subList(0, 3),
                            each -> Html.of("<li><a href=\"../data/{}\">{}</a></li>", each, each)));
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("version", promises.version());
        }
    }

    /** The start: what this is, and answers from Europe and from Japan, country by country. */
    private record PublicStart(Matrix matrix, List<String> senders) implements Page {

        @Override
        public String title(Words words) {
            return words.say("send.title");
        }

        @Override
        public Optional<String> lead(Words words) {
            return Optional.of(words.say("start.lead"));
        }

        @Override
        public Html content(View view) {
            Words words = view.words();
            return Html.all(
                    Html.of("<p>{}</p><p>{}</p>", words.say("public.start"), words.say("law.plain")),
                    tables(view).getFirst().html(view),
                    Cards.publicOnes(view),
                    Html.of(
                            "<h2>{}</h2><p>{}</p><pre><code>./hasekura demo</code></pre>",
                            words.say("public.try"),
                            words.say("public.try-how")));
        }

        @Override
        public List<Table> tables(View view) {
            Words words = view.words();
            var columns = new ArrayList<Table.Column>();
            columns.add(Table.Column.of("to", words.say("send.to")));
            senders.forEach(from -> columns.add(
                    Table.Column.of(from, words.say("public.from", "country", LawPage.country(from, words)))));
            var rows = new ArrayList<List<Table.Cell>>();
            for (String to : matrix.importers()) {
                var row = new ArrayList<Table.Cell>();
                row.add(Table.Cell.of(LawPage.country(to, words)));
                for (String from : senders) {
                    row.add(cell(from, to, view));
                }
                rows.add(row);
            }
            return List.of(new Table(
                    "answers",
                    words.say("public.caption", "day", words.day(matrix.day())),
                    columns,
                    rows,
                    Html.NOTHING));
        }

        private Table.Cell cell(String from, String to, View view) {
            if (from.equals(to)) {
                return new Table.Cell(
                        Html.of("<span class=\"faint\">{}</span>", view.words().say("law.home")), "home");
            }
            var ruling = matrix.cell(from, to).orElseThrow().ruling();
            return new Table.Cell(
                    Html.of(
                            "<a href=\"{}\">{}</a>",
                            view.href("/send") + "?from=" + from + "&to=" + to + "&what=customer-contacts&day="
                                    + matrix.day(),
                            RulingView.chip(ruling, view.words())),
                    ruling.outcome());
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("day", matrix.day(), "lawData", matrix.lawData());
        }
    }
}
