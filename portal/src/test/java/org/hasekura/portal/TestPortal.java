package org.hasekura.portal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.law.Law;

/** A portal on fakes, and a browser in front of it that keeps its one cookie. */
final class TestPortal {

    static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    static final About ABOUT = new About(
            "germany",
            "did:web:rheinwerk.example",
            "Rheinwerk Automobil (fictitious)",
            "DE",
            true,
            "0.1.0",
            "2026-11-21",
            Optional.of(new About.Signed(1234, NOW)));

    /** The portal of a node that is established elsewhere. */
    static TestPortal in(String country) {
        var about = new About(
                ABOUT.node(),
                ABOUT.did(),
                ABOUT.organisation(),
                country,
                ABOUT.isDevelopment(),
                ABOUT.softwareVersion(),
                ABOUT.lawDataVersion(),
                ABOUT.checkpoint());
        return new TestPortal(
                ports(about, new FakeMarket(), new FakeExchanges(), new FakeCouncil(), new FakeQuestions()));
    }

    static final Law LAW = Law.load();

    final Sessions sessions = new Sessions(Clock.fixed(NOW, ZoneOffset.UTC), new SplittableRandom(1));
    final Portal portal;
    private String cookie = "";
    private Optional<String> type = Optional.empty();

    TestPortal() {
        this(new FakeMarket());
    }

    TestPortal(Market market) {
        this(ports(ABOUT, market, new FakeExchanges(), new FakeCouncil(), new FakeQuestions()));
    }

    TestPortal(Questions questions) {
        this(ports(ABOUT, new FakeMarket(), new FakeExchanges(), new FakeCouncil(), questions));
    }

    TestPortal(Council council) {
        this(ports(ABOUT, new FakeMarket(), new FakeExchanges(), council, new FakeQuestions()));
    }

    TestPortal(Ports ports) {
        portal = new Portal(
                ports,
                sessions,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new SplittableRandom(2),
                new Portal.Setup("hasekura", false, ZoneOffset.UTC));
    }

    static Ports ports(Exchanges exchanges) {
        return ports(ABOUT, new FakeMarket(), exchanges, new FakeCouncil(), new FakeQuestions());
    }

    private static Ports ports(About about, Market market, Exchanges exchanges, Council council, Questions questions) {
        return new Ports(
                () -> about,
                () -> LAW,
                market,
                exchanges,
                FakeNode::state,
                new FakeNode(),
                council,
                new FakeGuests(),
                new FakeAudits(),
                new FakeConnections(),
                questions);
    }

    /** What came back. */
    record Seen(int status, Map<String, String> headers, String body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        /** The token that the first form of the page brings back. */
        String csrf() {
            String mark = "name=\"csrf\" value=\"";
            int from = body.indexOf(mark) + mark.length();
            return body.substring(from, body.indexOf('"', from));
        }
    }

    Seen get(String path) throws StoreFailed {
        return ask(false, path, "");
    }

    /** Sends a form, and reads the page that answers it, as a browser does. */
    Seen post(String path, String form) throws StoreFailed {
        return answered(ask(true, path, form));
    }

    /** Sends a form, and reads nothing further. */
    Seen send(String path, String form) throws StoreFailed {
        return ask(true, path, form);
    }

    private Seen answered(Seen seen) throws StoreFailed {
        Optional<String> at = seen.header("Location").filter(each -> each.contains("?answer="));
        if (at.isEmpty()) {
            return seen;
        }
        // A server decodes the path that it is asked for, and leaves the query as it came.
        String[] parts = at.get().split("\\?", 2);
        return get(URLDecoder.decode(parts[0], StandardCharsets.UTF_8) + "?" + parts[1]);
    }

    /** Signs in as somebody with these roles, acting in one of them. */
    TestPortal as(Role acting, Role... more) throws StoreFailed {
        var roles = new java.util.HashSet<>(Set.of(more));
        roles.add(acting);
        get("/en/sign-in/" + sessions.link("Erika Muster", roles, acting, Duration.ofMinutes(5)));
        return this;
    }

    /** Sends a form with a file, as a browser does. */
    Seen upload(String path, String form, String field, String fileName, byte[] file) throws StoreFailed {
        var body = new StringBuilder();
        Fields.read(form)
                .values()
                .forEach((name, values) -> body.append("--XYZ\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(latin(values.getFirst().getBytes(StandardCharsets.UTF_8)))
                        .append("\r\n"));
        body.append("--XYZ\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(latin(file))
                .append("\r\n--XYZ--\r\n");
        type = Optional.of("multipart/form-data; boundary=XYZ");
        try {
            return answered(ask(true, path, body.toString()));
        } finally {
            type = Optional.empty();
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Seen ask(boolean isPost, String path, String form) throws StoreFailed {
        PortalAnswer answer = answer(isPost, path, form);
        Optional.ofNullable(answer.headers().get("Set-Cookie")).ifPresent(set -> cookie = set.split(";", 2)[0]);
        String body =
                answer instanceof PortalAnswer.Whole whole ? new String(whole.body(), StandardCharsets.UTF_8) : "";
        return new Seen(answer.status(), answer.headers(), body);
    }

    /** The answer itself, which may be a file to keep. */
    PortalAnswer answer(String path) throws StoreFailed {
        return answer(false, path, "");
    }

    private PortalAnswer answer(boolean isPost, String path, String form) throws StoreFailed {
        String[] parts = path.split("\\?", 2);
        return portal.answer(new PortalRequest(
                isPost,
                parts[0],
                parts.length < 2 ? "" : parts[1],
                name -> switch (name) {
                    case "Cookie" -> Optional.of(cookie).filter(each -> !each.isEmpty());
                    case "Content-Type" -> type;
                    case "Accept-Language" -> Optional.of("ja,en;q=0.5");
                    default -> Optional.empty();
                },
                form,
                "192.0.2.1"));
    }
}
