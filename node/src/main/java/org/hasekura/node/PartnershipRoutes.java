package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.Agenda;
import org.hasekura.partnership.AutonomyJson;
import org.hasekura.partnership.AutonomyProfile;
import org.hasekura.partnership.CardinalPoint;
import org.hasekura.partnership.Chain;
import org.hasekura.partnership.Compass;
import org.hasekura.partnership.Evaluation;
import org.hasekura.partnership.EvaluationJson;
import org.hasekura.partnership.ExportCsv;
import org.hasekura.partnership.ExportJson;
import org.hasekura.partnership.Filter;
import org.hasekura.partnership.Indicators;
import org.hasekura.partnership.Publication;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.RegisterJson;
import org.hasekura.partnership.Rules;
import org.hasekura.partnership.Standing;
import org.hasekura.partnership.Timeline;

/** The partnership register for programs: reading alone, since changes are signed by the secretariats where their keys are. */
final class PartnershipRoutes {

    /** Read when the compass is first asked for, not at each start. */
    private static final class Shipped {
        private static final Indicators INDICATORS = Indicators.load();
    }

    private final RegisterInUse register;
    private final Clock clock;

    PartnershipRoutes(RegisterInUse register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** Makes an answer of the register as it now is. */
    @FunctionalInterface
    private interface Answering {
        Response answer(RegisterFolder of, Register register, Request request);
    }

    List<Route> routes() {
        return List.of(
                get("/commitments", "listCommitments", "The commitments, narrowed by words and filters", this::list)
                        .described(describe("listCommitments", "The commitments, narrowed by words and filters")
                                .query(
                                        "words",
                                        Operation.Kind.TEXT,
                                        "all of them stand in it, its owners or its evidence")
                                .query("instrument", Operation.Kind.TEXT, "where it was made, for example `DPC2`")
                                .query("area", Operation.Kind.TEXT, "for example `semiconductors`")
                                .query("owner", Operation.Kind.TEXT, "a service of either side")
                                .query(
                                        "point",
                                        Operation.Kind.TEXT,
                                        "the cardinal point",
                                        Arrays.stream(CardinalPoint.values())
                                                .map(CardinalPoint::word)
                                                .toArray(String[]::new))
                                .query(
                                        "standing",
                                        Operation.Kind.TEXT,
                                        "how it stands",
                                        Arrays.stream(Standing.values())
                                                .map(Standing::word)
                                                .toArray(String[]::new))),
                get(
                        "/commitments/{id}",
                        "readCommitment",
                        "One commitment with sources, owners, reports, evidence and history",
                        (_, now, request) -> now.entry(request.parameter("id"))
                                .map(each -> (Response) Response.json(200, RegisterJson.entry(each, now)))
                                .orElseGet(PartnershipRoutes::nothing)),
                get(
                        "/commitments/{id}/chain",
                        "readCommitmentChain",
                        "What a commitment goes back to, and what came of it",
                        (_, now, request) -> Chain.of(now, request.parameter("id"))
                                .map(each -> (Response) Response.json(200, RegisterJson.chain(each)))
                                .orElseGet(PartnershipRoutes::nothing)),
                get(
                        "/compass",
                        "readCompass",
                        "Where the partnership stands by cardinal point, and where nothing is known",
                        (_, now, _) -> Response.json(
                                200, RegisterJson.compass(Compass.of(now, Shipped.INDICATORS), Shipped.INDICATORS))),
                get(
                        "/timeline",
                        "readTimeline",
                        "What was signed, is due, is expected, was evidenced and was met",
                        (_, now, _) -> Response.json(200, RegisterJson.timeline(Timeline.of(now)))),
                dated(
                        "/agenda",
                        "readAgenda",
                        "The agenda of a meeting on a day",
                        (now, evaluation) -> EvaluationJson.write(Agenda.of(now, evaluation))),
                dated(
                        "/publication",
                        "readPublication",
                        "What is late or disputed on a day, with each side's answer or its absence",
                        (_, evaluation) -> EvaluationJson.write(Publication.of(evaluation))),
                get(
                        "/autonomy",
                        "readAutonomy",
                        "What the EU and Japan depend on, by layer; unknown where not known",
                        (_, _, _) -> Response.json(200, AutonomyJson.write(AutonomyProfile.load()))),
                get(
                        "/register",
                        "readRegister",
                        "The whole register as open data",
                        (of, now, _) -> Response.json(200, ExportJson.write(of.compilation(), now))),
                Route.get(
                                "/api/partnership/register.jsonld",
                                request -> answered(
                                        request,
                                        (of, now, _) -> whole(
                                                "application/ld+json", ExportJson.dcat(of.compilation(), now, ""))))
                        .described(describe(
                                "describeRegister",
                                "What the register is, for catalogs: DCAT in JSON-LD",
                                "application/ld+json")),
                Route.get(
                                "/api/partnership/register.csv",
                                request -> answered(
                                        request,
                                        (_, now, _) ->
                                                whole("text/csv; charset=utf-8", ExportCsv.write(now.all(), now))))
                        .described(describe(
                                "readRegisterAsCsv", "The commitments as comma-separated values", "text/csv")));
    }

    private static Response whole(String mediaType, String text) {
        return new Response.Whole(200, mediaType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private Route get(String path, String id, String summary, Answering answering) {
        return Route.get("/api/partnership" + path, request -> answered(request, answering))
                .described(describe(id, summary));
    }

    private static Operation describe(String id, String summary) {
        return describe(id, summary, "application/json");
    }

    private static Operation describe(String id, String summary, String mediaType) {
        return Operation.of("partnership", id, summary)
                .answering(
                        new Operation.Answer(200, "as `hasekura partnership` shows it", Optional.empty(), mediaType));
    }

    private Response answered(Request request, Answering answering) {
        try {
            RegisterInUse.Now now = register.now();
            return answering.answer(now.folder(), now.register(), request);
        } catch (CommandFailed damaged) {
            return Response.refused(500, String.valueOf(damaged.getMessage()));
        }
    }

    /** Makes JSON of the register and what was found on the day asked for. */
    @FunctionalInterface
    private interface Judging {
        String json(Register register, Evaluation evaluation);
    }

    private Route dated(String path, String id, String summary, Judging judging) {
        return Route.get(
                        "/api/partnership" + path,
                        request -> answered(request, (_, now, asked) -> {
                            Optional<LocalDate> day = day(asked);
                            return day.isEmpty()
                                    ? Response.refused(400, "`on` is no day; write it as `2026-11-22`")
                                    : Response.json(
                                            200, judging.json(now, Evaluation.of(now, day.get(), Rules.STANDARD)));
                        }))
                .described(describe(id, summary)
                        .query("on", Operation.Kind.TEXT, "the day, for example `2026-11-22`; today if left out"));
    }

    private Optional<LocalDate> day(Request request) {
        try {
            return Optional.of(request.query("on")
                    .map(LocalDate::parse)
                    .orElseGet(() -> clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Response list(RegisterFolder of, Register now, Request request) {
        Optional<CardinalPoint> point = request.query("point")
                .flatMap(word -> Arrays.stream(CardinalPoint.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst());
        Optional<Standing> standing = request.query("standing")
                .flatMap(word -> Arrays.stream(Standing.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst());
        if (request.query("point").isPresent() && point.isEmpty()) {
            return Response.refused(400, "`point` is none of the cardinal points");
        }
        if (request.query("standing").isPresent() && standing.isEmpty()) {
            return Response.refused(400, "`standing` is no standing");
        }
        Filter filter = new Filter(
                request.query("words")
                        .map(words -> List.of(words.strip().split("\\s+", -1)))
                        .orElse(List.of()),
                request.query("instrument"),
                request.query("area"),
                point,
                standing,
                request.query("owner"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Response.json(200, RegisterJson.list(filter.in(now)));
    }

    private static Response nothing() {
        return Response.refused(404, "the register has no such commitment");
    }
}
