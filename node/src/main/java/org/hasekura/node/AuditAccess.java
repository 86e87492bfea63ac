package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Ids;
import org.hasekura.exchange.StoreFailed;

/**
 * Who may read the evidence from outside, for how long: by a token that opens nothing but the routes for auditors. Giving and
 * ending it are evidence, durable before they take effect, as is each use.
 */
final class AuditAccess {

    /** The longest time for which access is given. */
    static final Duration LONGEST = Duration.ofDays(366);

    /** Grants that are kept, those that have ended included. */
    private static final int GRANTS_MAX = 1_000;

    /** Each use makes an entry; so much a token may grow the log. */
    private static final int USES_PER_DAY_MAX = 1_000;

    private static final String NAME = "audit-access";
    private static final int TOKEN_BYTES = 32;

    /** Who reads in the request that is being served. */
    private static final ScopedValue<Reader> READER = ScopedValue.newInstance();

    private final String did;
    private final Shelf shelf;
    private final ExchangeStore log;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random;

    // Guarded by this.
    private final Map<String, Integer> usesToday = new HashMap<>();
    private LocalDate today = LocalDate.EPOCH;

    /** @param random a secure one, for tokens */
    AuditAccess(String did, Shelf shelf, ExchangeStore log, Ids ids, Clock clock, RandomGenerator random) {
        this.did = did;
        this.shelf = shelf;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /** Who reads: the node's own people, or whoever has the token of a grant. */
    private record Reader(String name) {}

    /** One that was just given, with the token that is told this once. */
    record Given(AuditGrant grant, String token) {}

    /**
     * Gives access.
     *
     * @throws IOException if there are too many grants, or too much at once; then nothing was given
     */
    synchronized Given give(String name, Duration lasts, String role) throws IOException {
        List<AuditGrant> grants = new ArrayList<>(all());
        if (grants.size() == GRANTS_MAX) {
            throw new IOException("there are " + GRANTS_MAX + " grants; none can be added");
        }
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = "hska_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = now();
        var grant = new AuditGrant(ids.next(), name, sha256(token), now, now.plus(lasts), role, Optional.empty());
        Recorded.in(log, new Entry.AccessGiven(did, now, grant.id(), name, grant.expires(), role));
        grants.add(grant);
        keep(grants);
        return new Given(grant, token);
    }

    /** Ends a grant before its time; empty if there is none of that id that holds. */
    synchronized Optional<AuditGrant> revoke(String id, String role) throws IOException {
        List<AuditGrant> grants = new ArrayList<>(all());
        for (int i = 0; i < grants.size(); i++) {
            AuditGrant grant = grants.get(i);
            if (grant.id().equals(id) && grant.holdsAt(clock.instant())) {
                Instant now = now();
                grants.set(i, grant.revoked(now));
                // Shut first: a process that ends in between has said too little, not too much.
                keep(grants);
                Recorded.in(log, new Entry.AccessRevoked(did, now, id, role));
                return Optional.of(grants.get(i));
            }
        }
        return Optional.empty();
    }

    /** Every grant, newest first. */
    List<AuditGrant> all() throws StoreFailed {
        Optional<byte[]> kept = shelf.get(NAME);
        return kept.isPresent() ? AuditAccessJson.read(kept.get()) : List.of();
    }

    private void keep(List<AuditGrant> grants) throws StoreFailed {
        shelf.put(NAME, AuditAccessJson.write(grants));
    }

    /** Lets through whom the node's own token or one of a grant opens, by header or, as a link, in the query. */
    Handler guard(ManagementToken own, Handler handler) {
        return request -> {
            Optional<String> token = request.bearerToken().or(() -> request.query("access"));
            if (token.isEmpty()) {
                return refused("send the token you were given: `Authorization: Bearer TOKEN`");
            }
            if (own.admits(token.get())) {
                return serve(new Reader("management"), handler, request);
            }
            Optional<AuditGrant> grant = of(token.get());
            if (grant.isEmpty()) {
                return refused("this token opens nothing here: it is wrong, has expired, or was revoked");
            }
            return isTooMuch(grant.get())
                    ? Response.refused(429, "this access was used " + USES_PER_DAY_MAX + " times today; go on tomorrow")
                    : serve(new Reader(grant.get().name() + " (" + grant.get().id() + ")"), handler, request);
        };
    }

    private static Response serve(Reader reader, Handler handler, Request request) throws StoreFailed {
        Response response = ScopedValue.where(READER, reader).call(() -> handler.handle(request));
        // A token may stand in the address; neither it nor what it opens is for caches and other sites.
        return response.with("Cache-Control", "no-store").with("Referrer-Policy", "no-referrer");
    }

    private static Response refused(String words) {
        return Response.refused(401, words).with("WWW-Authenticate", "Bearer");
    }

    /** Compares with all of them, so that the time tells nothing. */
    private Optional<AuditGrant> of(String token) throws StoreFailed {
        byte[] given = sha256(token).getBytes(StandardCharsets.US_ASCII);
        Optional<AuditGrant> found = Optional.empty();
        for (AuditGrant each : all()) {
            if (MessageDigest.isEqual(given, each.tokenSha256().getBytes(StandardCharsets.US_ASCII))
                    && each.holdsAt(clock.instant())) {
                found = Optional.of(each);
            }
        }
        return found;
    }

    private synchronized boolean isTooMuch(AuditGrant grant) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!day.equals(today)) {
            today = day;
            usesToday.clear();
        }
        return usesToday.merge(grant.id(), 1, Integer::sum) > USES_PER_DAY_MAX;
    }

    /**
     * Makes it evidence that whoever asks is shown something; before it is shown.
     *
     * @throws IOException then it must not be shown
     */
    void record(Entry.Shown shown, String scope, long treeSize) throws IOException {
        record(READER.isBound() ? READER.get().name() : "management", shown, scope, treeSize);
    }

    /**
     * The same for somebody who is let in by other means.
     *
     * @param reader in which role; never a person's name
     * @throws IOException then it must not be shown
     */
    void record(String reader, Entry.Shown shown, String scope, long treeSize) throws IOException {
        Recorded.in(log, new Entry.EvidenceAccessed(did, now(), reader, shown, scope, treeSize));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String sha256(String token) {
        return Hash.sha256(token.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
