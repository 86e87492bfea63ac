package org.hasekura.node;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.Contested;
import org.hasekura.partnership.Draft;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.ProposalsJson;
import org.hasekura.partnership.Read;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Source;
import org.hasekura.portal.Council;
import org.hasekura.portal.NamedFile;

/** What a secretariat does with its register, for its programs: the same as on its pages. */
final class CouncilRoutes {

    private static final int BODY_BYTES_MAX = 4 << 20;
    private static final String BASE = "/api/partnership";

    private final Council council;
    private final RegisterInUse register;
    private final Clock clock;

    CouncilRoutes(Council council, RegisterInUse register, Clock clock) {
        this.council = council;
        this.register = register;
        this.clock = clock;
    }

    /** Does what a request asks for. */
    @FunctionalInterface
    private interface Doing {
        Response answer(Request request) throws ManagementJson.BadInput;
    }

    List<Route> routes() {
        return List.of(
                post("/changes", this::changes)
                        .described(done("enterChanges", "Signs and enters changes, all of them or none")
                                .taking("PartnershipChanges")),
                get(
                                "/conflicts",
                                _ -> Response.json(
                                        200,
                                        CouncilJson.conflicts(
                                                register.last().register().contested())))
                        .described(of("listConflicts", "Fields with values that did not see each other")
                                .answering(200, "PartnershipConflicts", "all that wait for a person")),
                post("/conflicts/settle", this::settle)
                        .described(done("settleConflict", "Has one of the values stand, by a person, for a reason")
                                .taking("PartnershipSettling")),
                get("/imports", _ -> Response.json(200, CouncilJson.imports(council.drafts())))
                        .described(of("listImports", "Statements on their way into the register")
                                .answering(200, "PartnershipImports", "all that are not confirmed")),
                Route.post(BASE + "/imports", StatementFiles.BYTES_MAX, request -> answered(request, this::propose))
                        .described(proposing()),
                get(
                                "/imports/{id}",
                                request -> draft(request)
                                        .map(each -> (Response) Response.json(200, ProposalsJson.write(each)))
                                        .orElseGet(() -> Response.refused(404, "there is no such import")))
                        .described(of("readImport", "The proposals of a statement with what was decided")
                                .answering(json("as `partnership import` writes them"))),
                Route.put(BASE + "/imports/{id}", StatementFiles.BYTES_MAX, request -> answered(request, this::keep))
                        .described(done("decideImport", "Keeps what was decided on the proposals so far")
                                .taking("PartnershipProposals")),
                post("/imports/{id}/confirm", this::confirm)
                        .described(done("confirmImport", "Enters what was accepted, once all is decided")
                                .taking("PartnershipWhy")),
                post("/begin", this::begin)
                        .described(done("beginRegister", "Begins a register of this node's own, with a key")
                                .taking("PartnershipSeat")),
                post("/trust", this::trust)
                        .described(done("trustSeat", "Lets in what another seat signs with this key")
                                .taking("PartnershipKey")),
                Route.post(BASE + "/join", StatementFiles.BYTES_MAX, request -> answered(request, this::join))
                        .described(done("joinRegister", "Takes over the other secretariat's events, as it offers them")
                                .takingLines("PartnershipEvent")),
                post("/offer", this::offer)
                        .described(done("offerRegister", "Offers the register in the catalog, and keeps it current")
                                .taking("PartnershipOffer")),
                get("/report", request -> paper(request, false))
                        .described(papers("draftReport", "The joint report, drafted from the register")),
                get("/briefing", request -> paper(request, true))
                        .described(papers("draftBriefing", "One side's briefing before a meeting")
                                .query("side", Operation.Kind.TEXT, "for whom", "eu", "jp")));
    }

    private static Operation of(String id, String summary) {
        return Operation.of("partnership", id, summary);
    }

    private static Operation done(String id, String summary) {
        return of(id, summary).answering(200, "PartnershipDone", "done, and signed where it changed the register");
    }

    private static Operation.Answer json(String description) {
        return new Operation.Answer(200, description, Optional.empty(), "application/json");
    }

    private static Operation proposing() {
        return done("importStatement", "Proposes commitments from a joint statement; the body is its PDF, DOCX or text")
                .takingFile()
                .query("instrument", Operation.Kind.TEXT, "of the register, for example `DPC4`")
                .query("made", Operation.Kind.TEXT, "the day of the statement")
                .query("source", Operation.Kind.TEXT, "a new id for the document, for example `J01`")
                .query("title", Operation.Kind.TEXT, "of the document")
                .query("institution", Operation.Kind.TEXT, "that published it")
                .query("link", Operation.Kind.TEXT, "where it stands, if anywhere");
    }

    private static Operation papers(String id, String summary) {
        return of(id, summary)
                .answering(new Operation.Answer(200, "the paper", Optional.empty(), "application/pdf"))
                .query("format", Operation.Kind.TEXT, "`pdf` if left out", "html", "pdf", "docx")
                .query("lang", Operation.Kind.TEXT, "`en` if left out", "en", "ja")
                .query("on", Operation.Kind.TEXT, "the day, for example `2026-11-22`; today if left out")
                .query("since", Operation.Kind.TEXT, "the day of the last meeting; the last one recorded if left out");
    }

    private static Route get(String path, Handler handler) {
        return Route.get(BASE + path, handler);
    }

    private Route post(String path, Doing doing) {
        return Route.post(BASE + path, BODY_BYTES_MAX, request -> answered(request, doing));
    }

    private static Response answered(Request request, Doing doing) {
        try {
            return doing.answer(request);
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    /** What the register does not take is refused as a conflict with what stands. */
    private static Response answer(Council.Done done) {
        return switch (done) {
            case Council.Done.Well(List<String> lines) -> Response.json(200, CouncilJson.done(lines));
            case Council.Done.Refused(String why) -> Response.refused(409, why);
        };
    }

    private Response changes(Request request) throws ManagementJson.BadInput {
        CouncilJson.Entering wanted = CouncilJson.entering(request.body());
        return answer(
                council.enter(wanted.changes(), wanted.why().by(), wanted.why().reason()));
    }

    private Response settle(Request request) throws ManagementJson.BadInput {
        CouncilJson.Settling wanted = CouncilJson.settling(request.body());
        Optional<Change> value = register.last().register().contested().stream()
                .filter(each -> each.slot().equals(wanted.slot()))
                .findFirst()
                .flatMap((Contested each) -> each.value(wanted.value()));
        return value.isPresent()
                ? answer(council.enter(
                        List.of(value.get()), wanted.why().by(), wanted.why().reason()))
                : Response.refused(
                        404, "no such value stands in a conflict; `GET /api/partnership/conflicts` has them");
    }

    private Response propose(Request request) throws ManagementJson.BadInput {
        String made = query(request, "made");
        PartialDate date = PartialDate.parse(made)
                .orElseThrow(() -> new ManagementJson.BadInput("`made` is `" + made + "`; expected `2026-05-07`"));
        var document = new Source(
                query(request, "source"),
                query(request, "institution"),
                query(request, "title"),
                made,
                request.query("link"),
                Source.Reading.WHOLE,
                "");
        return answer(council.propose(
                new NamedFile("statement", "application/octet-stream", request.body()),
                query(request, "instrument"),
                date,
                document));
    }

    private static String query(Request request, String name) throws ManagementJson.BadInput {
        return request.query(name)
                .filter(each -> !each.isBlank())
                .orElseThrow(() -> new ManagementJson.BadInput("`" + name + "` is missing in the query"));
    }

    private Optional<Draft> draft(Request request) {
        return council.draft(request.parameter("id"));
    }

    private Response keep(Request request) throws ManagementJson.BadInput {
        return switch (ProposalsJson.draft(request.body())) {
            case Read.Refused<Draft> refused -> throw new ManagementJson.BadInput(refused.line());
            case Read.Done<Draft>(Draft wanted) ->
                draft(request).filter(each -> each.id().equals(wanted.id())).isPresent()
                        ? answer(council.keep(wanted))
                        : Response.refused(404, "there is no import `" + wanted.id() + "` here");
        };
    }

    private Response confirm(Request request) throws ManagementJson.BadInput {
        CouncilJson.Why why = CouncilJson.why(request.body());
        return answer(council.confirm(request.parameter("id"), why.by(), why.reason()));
    }

    private Response begin(Request request) throws ManagementJson.BadInput {
        return answer(council.begin(CouncilJson.seat(request.body())));
    }

    private Response trust(Request request) throws ManagementJson.BadInput {
        CouncilJson.Trusting wanted = CouncilJson.trusting(request.body());
        return answer(council.trust(wanted.seat(), wanted.key()));
    }

    private Response join(Request request) {
        return answer(council.join(new NamedFile(RegisterFolder.EVENTS, "application/octet-stream", request.body())));
    }

    private Response offer(Request request) throws ManagementJson.BadInput {
        return answer(council.offer(CouncilJson.namesPeople(request.body())));
    }

    private Response paper(Request request, boolean isBriefing) {
        Optional<Side> side = request.query("side").flatMap(Side::of);
        if (isBriefing && side.isEmpty()) {
            return Response.refused(400, "`side` says for whom: `eu` or `jp`");
        }
        Optional<PaperFormat> format =
                PaperFormat.of("paper." + request.query("format").orElse("pdf"));
        if (format.isEmpty()) {
            return Response.refused(400, "`format` can be `html`, `pdf` or `docx`");
        }
        Optional<org.hasekura.portal.Language> language =
                org.hasekura.portal.Language.of(request.query("lang").orElse("en"));
        if (language.isEmpty()) {
            return Response.refused(400, "`lang` can be `en` or `ja`");
        }
        try {
            var paper = new Council.Paper(
                    isBriefing ? side : Optional.empty(),
                    Council.Format.valueOf(format.get().name()),
                    language.get(),
                    request.query("on")
                            .map(LocalDate::parse)
                            .orElseGet(() ->
                                    clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()),
                    request.query("since").map(LocalDate::parse));
            String name =
                    (isBriefing ? "briefing." : "report.") + format.get().name().toLowerCase(Locale.ROOT);
            return new Response.Whole(
                    200,
                    paper.format().mediaType(),
                    council.paper(paper),
                    Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
        } catch (DateTimeException _) {
            return Response.refused(400, "`on` and `since` are days; write them as `2026-11-22`");
        }
    }
}
