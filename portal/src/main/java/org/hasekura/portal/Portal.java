package org.hasekura.portal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.hasekura.exchange.StoreFailed;

/**
 * The whole portal: takes a request to the route it belongs to, as whoever has signed in, and makes what the route answers
 * into HTML, JSON or CSV. It knows neither HTTP server nor store; both are handed in.
 */
public final class Portal {

    /**
     * How the portal is set up.
     *
     * @param cookie the name of its cookie; nodes on one host differ in it, since cookies know no ports
     * @param isSecure whether browsers reach it by HTTPS alone
     * @param zone in which it tells times
     */
    public record Setup(String cookie, boolean isSecure, ZoneId zone) {}

    private static final System.Logger LOG = System.getLogger(Portal.class.getName());

    /** Nothing from elsewhere, no script or style within a page, nobody's frame. */
    private static final String SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
                    + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern NOTICE = Pattern.compile("[a-z-]{1,40}");
    private static final String HTML = "text/html; charset=utf-8";

    /** Under which a query names the page that answered a form. */
    private static final String ANSWER = "answer";

    private final Ports ports;
    private final Sessions sessions;
    private final Clock clock;
    private final Setup setup;
    private final Assets assets = new Assets();
    private final Frame frame = new Frame(assets);
    private final List<PortalRoute> routes;
    private final Answers answers;

    /**
     * A portal before whatever serves HTTP.
     *
     * @param random a secure one
     */
    public Portal(Ports ports, Sessions sessions, Clock clock, RandomGenerator random, Setup setup) {
        this.ports = ports;
        this.sessions = sessions;
        this.clock = clock;
        this.setup = setup;
        this.routes = Site.routes(ports, sessions, new Attempts(clock), random);
        this.answers = new Answers(clock, sessions::token);
    }

    /** Every route, in the order in which they are tried: for whoever wants to look at all pages. */
    public List<PortalRoute> routes() {
        return routes;
    }

    /**
     * The answer to any request.
     *
     * @throws StoreFailed when the storage has failed
     */
    public PortalAnswer answer(PortalRequest request) throws StoreFailed {
        if (request.path().startsWith("/assets/")) {
            return assets.answer(request.path().substring("/assets/".length()))
                    .orElseGet(() -> new PortalAnswer.Whole(
                            404, "text/plain", "no such file\n".getBytes(StandardCharsets.UTF_8), Map.of()));
        }
        String[] segments = request.path().split("/", 3);
        Optional<Language> language = segments.length > 1 ? Language.of(segments[1]) : Optional.empty();
        if (language.isEmpty()) {
            String query = request.query().isEmpty() ? "" : "?" + request.query();
            return moved(
                    "/" + preferred(request).code() + (request.path().equals("/") ? "/" : request.path()) + query,
                    Map.of());
        }
        return new Visit(request, language.get(), segments.length < 3 ? "" : segments[2]).answer();
    }

    /** Whether whoever asks has signed in and may publish, so that a file is taken from them. */
    public boolean mayUpload(PortalRequest request) {
        return token(request)
                .flatMap(sessions::find)
                .filter(person -> person.isOneOf(PublishPage.PUBLISHING))
                .isPresent();
    }

    /** Whether a form with this token is one of theirs. */
    public boolean isOfSession(PortalRequest request, String csrf) {
        return token(request).filter(token -> sessions.isCsrf(csrf, token)).isPresent();
    }

    /** The page that can be read where a form was sent to, or above it. */
    private String nearest(String path) {
        String at = path;
        while (!at.isEmpty()) {
            String tried = at;
            if (routes.stream()
                    .anyMatch(each -> !each.isPost() && each.match(tried).isPresent())) {
                return at;
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return "/";
    }

    private Optional<String> token(PortalRequest request) {
        return request.cookie(setup.cookie()).filter(each -> TOKEN.matcher(each).matches());
    }

    private static Language preferred(PortalRequest request) {
        return request.header()
                .apply("Accept-Language")
                .map(Language::preferred)
                .orElse(Language.EN);
    }

    private static PortalAnswer moved(String to, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Location", to);
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Accept-Language");
        return new PortalAnswer.Whole(303, "", new byte[0], headers);
    }

    /** What a page is wanted as. */
    private enum Form {
        PAGE,
        JSON,
        CSV
    }

    /** One request within a language. */
    private final class Visit {
        private final PortalRequest request;
        private final Form form;
        private final Optional<String> cookie;
        private final String token;
        private final Fields query;
        private final View view;

        Visit(PortalRequest request, Language language, String rest) {
            this.request = request;
            this.form = rest.endsWith(".json") || (request.wantsJson() && !request.isPost())
                    ? Form.JSON
                    : rest.endsWith(".csv") ? Form.CSV : Form.PAGE;
            this.cookie = request.cookie(setup.cookie())
                    .filter(each -> TOKEN.matcher(each).matches());
            this.token = cookie.orElseGet(sessions::token);
            this.query = Fields.read(request.query());
            Viewer viewer =
                    cookie.flatMap(sessions::find).map(Viewer.class::cast).orElseGet(Viewer.Guest::new);
            this.view = new View(
                    Words.in(language),
                    viewer,
                    ports.about().get(),
                    clock.instant(),
                    setup.zone(),
                    "/" + without(rest),
                    request.query(),
                    sessions.csrf(token),
                    query.text("notice").filter(each -> NOTICE.matcher(each).matches()));
        }

        private static String without(String rest) {
            String path = rest.endsWith(".json")
                    ? rest.substring(0, rest.length() - 5)
                    : rest.endsWith(".csv") ? rest.substring(0, rest.length() - 4) : rest;
            return path.equals("index") ? "" : path;
        }

        PortalAnswer answer() throws StoreFailed {
            try {
                return answer(reply());
            } catch (RuntimeException e) {
                // We failed: the reason is for the log, the reader gets a name to ask for it by.
                String reference = sessions.token().substring(0, 8);
                LOG.log(System.Logger.Level.ERROR, "the page `" + view.path() + "` failed; reference " + reference, e);
                return page(500, new Trouble(Trouble.Kind.FAILED, reference));
            }
        }

        private Reply reply() throws StoreFailed {
            Optional<String> answered = request.isPost() || form != Form.PAGE ? Optional.empty() : query.text(ANSWER);
            if (answered.isPresent()) {
                return answers.find(answered.get(), reader())
                        .<Reply>map(each -> each)
                        .orElseGet(() -> Reply.to(Links.path(nearest(view.path()))));
            }
            for (PortalRoute route : routes) {
                Optional<Map<String, String>> places =
                        route.isPost() == request.isPost() ? route.match(view.path()) : Optional.empty();
                if (places.isPresent()) {
                    return reply(route, places.get());
                }
            }
            return new Reply.Nothing();
        }

        private Reply reply(PortalRoute route, Map<String, String> places) throws StoreFailed {
            if (!route.roles().isEmpty() && !view.viewer().isSignedIn()) {
                return route.isPost()
                        ? new Reply.Shown(403, new Trouble(Trouble.Kind.SIGNED_OUT, Links.path(nearest(view.path()))))
                        : Reply.to("/sign-in?next=" + Links.encode(Links.path(view.path())));
            }
            if (!route.roles().isEmpty() && !view.viewer().isOneOf(route.roles())) {
                return new Reply.Shown(403, Trouble.notAllowed(route.roles()));
            }
            Fields fields = route.isPost() ? request.form() : Fields.NONE;
            if (route.isPost() && !sessions.isCsrf(fields.text("csrf").orElse(""), token)) {
                return new Reply.Shown(403, new Trouble(Trouble.Kind.STALE_FORM, ""));
            }
            Reply reply = route.handler()
                    .answer(new Asked(view, places, query, fields, token, request.address(), request.header()));
            return route.isPost()
                            && form == Form.PAGE
                            && view.viewer().isSignedIn()
                            && reply instanceof Reply.Shown shown
                    ? Reply.to(Links.path(view.path()) + "?" + ANSWER + "=" + answers.keep(reader(), shown))
                    : reply;
        }

        /** Whoever asks, in this visit and role, at this page. */
        private Answers.Reader reader() {
            return new Answers.Reader(view.csrf(), view.viewer(), view.path());
        }

        private PortalAnswer answer(Reply reply) {
            return switch (reply) {
                case Reply.Nothing _ -> page(404, new Trouble(Trouble.Kind.NOT_FOUND, ""));
                case Reply.Shown(int status, Page page) ->
                    switch (form) {
                        case PAGE -> page(status, page);
                        case JSON -> json(status, page);
                        case CSV -> csv(page);
                    };
                case Reply.Moved moved -> moved(moved);
                case Reply.Given(String name, String mediaType, Reply.Writer writer) ->
                    new PortalAnswer.Streamed(
                            200,
                            mediaType,
                            OptionalLong.empty(),
                            Map.of(
                                    "Content-Disposition",
                                    "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "-") + "\"",
                                    "Cache-Control",
                                    "no-store"),
                            Reply.Stream.of(writer));
                case Reply.Sent(int status, String mediaType, long bytes, var headers, Reply.Stream stream) ->
                    new PortalAnswer.Streamed(status, mediaType, OptionalLong.of(bytes), headers, stream);
                case Reply.Live(Reply.Writer writer) ->
                    new PortalAnswer.Streamed(
                            200,
                            "text/event-stream",
                            OptionalLong.empty(),
                            Map.of("Cache-Control", "no-store", "X-Accel-Buffering", "no"),
                            Reply.Stream.of(writer));
            };
        }

        private PortalAnswer page(int status, Page page) {
            Map<String, String> headers = new HashMap<>();
            headers.put("Content-Security-Policy", SECURITY_POLICY);
            headers.put("Cache-Control", "no-store");
            headers.put("Content-Language", view.language().code());
            if (cookie.isEmpty()) {
                headers.put("Set-Cookie", cookie(token));
            }
            byte[] body = frame.html(page, view).toString().getBytes(StandardCharsets.UTF_8);
            return new PortalAnswer.Whole(status, HTML, body, headers);
        }

        private PortalAnswer json(int status, Page page) {
            Optional<Table> table = query.text("table").flatMap(name -> table(page, name));
            String text = table.map(DataJson::write).orElseGet(() -> DataJson.write(page.data()));
            return text(status, "application/json", text);
        }

        private PortalAnswer csv(Page page) {
            Optional<Table> table = query.text("table")
                    .flatMap(name -> table(page, name))
                    .or(() -> page.tables(view).stream().findFirst());
            return table.map(each -> text(200, "text/csv; charset=utf-8", each.csv()))
                    .orElseGet(() -> page(404, new Trouble(Trouble.Kind.NOT_FOUND, "")));
        }

        private Optional<Table> table(Page page, String name) {
            return page.tables(view).stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
        }

        private PortalAnswer text(int status, String mediaType, String text) {
            return new PortalAnswer.Whole(
                    status, mediaType, text.getBytes(StandardCharsets.UTF_8), Map.of("Cache-Control", "no-store"));
        }

        private PortalAnswer moved(Reply.Moved moved) {
            String notice = moved.notice()
                    .map(each -> (moved.page().contains("?") ? "&" : "?") + "notice=" + each)
                    .orElse("");
            Map<String, String> headers = new HashMap<>();
            moved.session()
                    .ifPresent(session ->
                            headers.put("Set-Cookie", cookie(session) + (session.isEmpty() ? "; Max-Age=0" : "")));
            return Portal.moved(view.href(moved.page()) + notice, headers);
        }

        private String cookie(String value) {
            return setup.cookie() + "=" + value + "; Path=/; HttpOnly; SameSite=Lax"
                    + (setup.isSecure() ? "; Secure" : "");
        }
    }
}
