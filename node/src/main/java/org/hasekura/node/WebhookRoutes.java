package org.hasekura.node;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hasekura.exchange.Ids;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.store.Webhook;
import org.hasekura.store.WebhookStore;

/** Who is told of events: for the node's own people. */
final class WebhookRoutes {

    private static final int BODY_BYTES_MAX = 16 * 1024;
    private static final int WEBHOOKS_MAX = 100;
    private static final int ADDRESS_MAX = 2_048;
    private static final int SECRET_BYTES = 32;

    /** How long the secret before signs too after it was changed. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final WebhookStore store;
    private final Webhooks webhooks;
    private final EventFeed feed;
    private final AddressCheck addresses;
    private final boolean admitsPlainHttp;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random;

    /** @param random a secure one */
    WebhookRoutes(
            WebhookStore store,
            Webhooks webhooks,
            EventFeed feed,
            AddressCheck addresses,
            boolean admitsPlainHttp,
            Ids ids,
            Clock clock,
            RandomGenerator random) {
        this.store = store;
        this.webhooks = webhooks;
        this.feed = feed;
        this.addresses = addresses;
        this.admitsPlainHttp = admitsPlainHttp;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/webhooks", this::list)
                        .described(operation("listWebhooks", "Who is told of events")
                                .paged()
                                .answering(200, "WebhookPage", "a page of them")),
                Route.post("/api/webhooks", BODY_BYTES_MAX, this::add)
                        .described(operation("addWebhook", "Has an address told of events, signed as Standard Webhooks")
                                .taking("WebhookForm")
                                .answering(201, "Webhook", "with its secret, which is shown this once")
                                .once()),
                Route.get("/api/webhooks/{id}", request -> on(request, WebhookRoutes::shown))
                        .described(operation("readWebhook", "One webhook, and how far it was told")
                                .answering(200, "Webhook", "as it stands")),
                Route.delete("/api/webhooks/{id}", this::remove)
                        .described(operation("removeWebhook", "Has it told nothing more, and forgets it")
                                .answering(204, "removed")),
                Route.post("/api/webhooks/{id}/test", 0, request -> on(request, this::test))
                        .described(operation("testWebhook", "Sends it a message of type `webhook.test`, now and once")
                                .answering(200, "WebhookTest", "what became of it")),
                Route.post("/api/webhooks/{id}/rotate", 0, request -> on(request, this::rotate))
                        .described(operation(
                                        "rotateWebhook", "Gives it a new secret; the one before signs too for 24 hours")
                                .answering(200, "Webhook", "with its new secret, which is shown this once")),
                Route.post("/api/webhooks/{id}/enable", 0, request -> on(request, this::enable))
                        .described(operation("enableWebhook", "Has it told again, from where it stopped")
                                .answering(200, "Webhook", "as it stands")),
                Route.post("/api/webhooks/{id}/disable", 0, request -> on(request, this::disable))
                        .described(operation("disableWebhook", "Has it told nothing for a while")
                                .answering(200, "Webhook", "as it stands")));
    }

    private static Operation operation(String id, String summary) {
        return Operation.of("webhooks", id, summary);
    }

    private Response list(Request request) throws StoreFailed {
        try {
            Page page = Page.asked(request);
            List<Webhook> rest = store.all().stream()
                    .filter(each -> each.id().compareTo(page.after().orElse("")) > 0)
                    .limit(page.sought())
                    .toList();
            return WebhookViewJson.page(request, page, rest);
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    private Response add(Request request) throws StoreFailed {
        WebhookViewJson.Form form;
        try {
            form = WebhookViewJson.form(request.body());
            check(form.address());
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
        if (store.all().size() >= WEBHOOKS_MAX) {
            return Response.refused(409, "there are " + WEBHOOKS_MAX + " webhooks already; remove one");
        }
        Instant now = now();
        var webhook = new Webhook(
                ids.next(),
                form.address(),
                form.types(),
                secret(),
                Optional.empty(),
                form.from().orElse(feed.size()),
                Optional.empty(),
                Optional.empty(),
                now,
                1);
        Response.Whole answer = Response.json(201, WebhookViewJson.write(webhook, true))
                .with("Location", ApiPath.of("/api/webhooks", webhook.id()));
        if (!store.add(webhook, Riding.keeping(answer), now)) {
            return Response.refused(409, "the key of this request is taken; make a new one");
        }
        webhooks.changed(webhook.id());
        return answer;
    }

    /** What nobody could ever be told under is refused now; what is away today may be there tomorrow. */
    private void check(URI address) throws ManagementJson.BadInput {
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("https") && !(scheme.equals("http") && admitsPlainHttp)) {
            throw new ManagementJson.BadInput(
                    "/address", "`address` must begin with https://" + (admitsPlainHttp ? " or http://" : ""));
        }
        Optional<String> host = Optional.ofNullable(address.getHost());
        if (host.isEmpty()
                || Optional.ofNullable(address.getRawUserInfo()).isPresent()
                || address.toString().length() > ADDRESS_MAX) {
            throw new ManagementJson.BadInput(
                    "/address", "`address` must name a host, and no user, in at most " + ADDRESS_MAX + " characters");
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(host.get())) {
                Optional<String> refusal = addresses.refusal(each);
                if (refusal.isPresent()) {
                    throw new ManagementJson.BadInput(
                            "/address", "`" + host.get() + "` may not be contacted: " + refusal.get());
                }
            }
        } catch (UnknownHostException e) {
            throw new ManagementJson.BadInput("/address", "no machine is known as `" + host.get() + "`");
        }
    }

    private Response remove(Request request) throws StoreFailed {
        String id = request.parameter("id");
        if (!store.remove(id)) {
            return nothing(request);
        }
        webhooks.changed(id);
        return Response.empty(204);
    }

    private Response test(Webhook webhook) {
        return Response.json(200, WebhookViewJson.write(webhooks.test(webhook)));
    }

    private Response rotate(Webhook webhook) throws StoreFailed {
        Webhook.Secret fresh = secret();
        return changed(webhook, now -> now.rotated(fresh, now().plus(OVERLAP)), true);
    }

    private Response enable(Webhook webhook) throws StoreFailed {
        return changed(webhook, Webhook::enabled, false);
    }

    private Response disable(Webhook webhook) throws StoreFailed {
        return changed(webhook, now -> now.givenUp(new Webhook.Disabled(now(), "stopped by a person")), false);
    }

    private interface ChangeOf {
        Webhook of(Webhook now);
    }

    /** Also when it is told something at the same moment. */
    private Response changed(Webhook webhook, ChangeOf change, boolean withSecret) throws StoreFailed {
        Optional<Webhook> now = Optional.of(webhook);
        while (now.isPresent()) {
            Webhook next = change.of(now.get());
            if (store.replace(next)) {
                webhooks.changed(next.id());
                return Response.json(200, WebhookViewJson.write(next, withSecret));
            }
            now = store.find(webhook.id());
        }
        return Response.refused(404, "webhook `" + webhook.id() + "` was removed meanwhile");
    }

    private interface OnWebhook {
        Response take(Webhook webhook) throws StoreFailed;
    }

    private Response on(Request request, OnWebhook act) throws StoreFailed {
        Optional<Webhook> found = store.find(request.parameter("id"));
        return found.isPresent() ? act.take(found.get()) : nothing(request);
    }

    private static Response shown(Webhook webhook) {
        return Response.json(200, WebhookViewJson.write(webhook, false));
    }

    private static Response nothing(Request request) {
        return Response.refused(404, "there is no webhook `" + request.parameter("id") + "`");
    }

    private Webhook.Secret secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new Webhook.Secret(Base64.getEncoder().encodeToString(bytes));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
