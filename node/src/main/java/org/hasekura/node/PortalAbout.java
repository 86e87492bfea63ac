package org.hasekura.node;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.Parsed;
import org.hasekura.portal.About;

/** What the head and foot of every page say of this node. */
final class PortalAbout implements Supplier<About> {

    private final Ground ground;
    private final OwnIdentity own;
    private final PublishedLog published;
    private final LawInUse law;
    private final Clock clock;

    // Both are owned by this object's monitor.
    private String lastText = "";
    private Instant lastSeen = Instant.EPOCH;

    PortalAbout(Ground ground, OwnIdentity own, PublishedLog published, LawInUse law, Clock clock) {
        this.ground = ground;
        this.own = own;
        this.published = published;
        this.law = law;
        this.clock = clock;
    }

    @Override
    public About get() {
        return new About(
                ground.settings().node().name(),
                own.did().text(),
                ground.settings().organisation().name(),
                ground.settings().organisation().country(),
                ground.settings().node().isDevelopment(),
                Node.softwareVersion(),
                law.now().lawDataVersion(),
                signed());
    }

    /** A checkpoint does not say when it was signed: the time is that at which a page saw it first. */
    private synchronized Optional<About.Signed> signed() {
        Note last = published.last();
        if (!last.text().equals(lastText)) {
            lastText = last.text();
            lastSeen = clock.instant();
        }
        return Checkpoint.parse(lastText) instanceof Parsed.Valid<Checkpoint>(Checkpoint checkpoint)
                ? Optional.of(new About.Signed(checkpoint.head().size(), lastSeen))
                : Optional.empty();
    }
}
