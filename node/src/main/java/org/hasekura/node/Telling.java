package org.hasekura.node;

import java.io.IOException;

/** What tells others that something has happened: events, to those who listen and to addresses of webhooks. */
record Telling(EventFeed events, EventStreams streams, Webhooks webhooks) {

    static Telling of(Means means, Outward out) throws IOException {
        var events = EventFeed.of(means.store().entries());
        var webhooks = new Webhooks(
                means.store().webhooks(),
                events,
                new WebhookSender(new PeerClient(WebhookSender.PATIENCE, means.isDevelopment(), out.addresses())),
                means.settings().retry().plan(),
                means.clock(),
                means.random(),
                means.did());
        return new Telling(events, new EventStreams(events, means.scheduler()), webhooks);
    }
}
