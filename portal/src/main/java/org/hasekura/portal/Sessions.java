package org.hasekura.portal;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who is signed in, and the links that sign somebody in once. Both live in memory: whoever restarts the node signs everybody
 * out. Of a token only its SHA-256 is kept.
 */
public final class Sessions {

    private static final Duration IDLE_MAX = Duration.ofHours(8);
    private static final Duration LIFE_MAX = Duration.ofHours(24);
    private static final int SESSIONS_MAX = 10_000;
    private static final int LINKS_MAX = 1_000;
    private static final int TOKEN_BYTES = 32;

    private final Clock clock;
    private final RandomGenerator random;
    private final byte[] secret = new byte[TOKEN_BYTES];
    // Both are owned by this object's monitor; the oldest come first.
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();

    private record Session(Viewer.Person person, Instant began, Instant seen) {}

    private record Link(Viewer.Person person, Instant until) {}

    /**
     * Nobody signed in, no link open.
     *
     * @param random a secure one
     */
    public Sessions(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        random.nextBytes(secret);
    }

    /** A new token of a link that signs this person in, once, until its time has passed. */
    public synchronized String link(String name, Set<Role> roles, Role acting, Duration validity) {
        makeRoom(links, LINKS_MAX);
        String token = token();
        links.put(
                hash(token),
                new Link(new Viewer.Person(name, roles, acting), clock.instant().plus(validity)));
        return token;
    }

    /** The person of the link; nobody when it was used or is too old. */
    synchronized Optional<Viewer.Person> redeem(String token) {
        return Optional.ofNullable(links.remove(hash(token)))
                .filter(link -> clock.instant().isBefore(link.until))
                .map(Link::person);
    }

    /** Begins a session, and answers its token. */
    synchronized String begin(Viewer.Person person) {
        makeRoom(sessions, SESSIONS_MAX);
        String token = token();
        sessions.put(hash(token), new Session(person, clock.instant(), clock.instant()));
        return token;
    }

    synchronized Optional<Viewer.Person> find(String token) {
        Instant now = clock.instant();
        String key = hash(token);
        Optional<Session> found = Optional.ofNullable(sessions.get(key))
                .filter(each -> now.isBefore(each.seen.plus(IDLE_MAX)) && now.isBefore(each.began.plus(LIFE_MAX)));
        found.ifPresentOrElse(
                each -> sessions.replace(key, new Session(each.person, each.began, now)), () -> sessions.remove(key));
        return found.map(Session::person);
    }

    /** From now on the person of the session acts in this role, if they may. */
    synchronized void act(String token, Role role) {
        sessions.computeIfPresent(
                hash(token),
                (_, each) -> each.person.roles().contains(role)
                        ? new Session(
                                new Viewer.Person(each.person.name(), each.person.roles(), role), each.began, each.seen)
                        : each);
    }

    synchronized void end(String token) {
        sessions.remove(hash(token));
    }

    /** Ends every session of an account, for example because its password was changed. */
    synchronized void endAllOf(String name) {
        sessions.values().removeIf(each -> each.person.name().equals(name));
    }

    /** A token that nobody can guess. */
    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What forms of this visit must bring back: only we can make it, and only from the visit's cookie. */
    String csrf(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("the JDK lacks HMAC with SHA-256", e);
        }
    }

    boolean isCsrf(String brought, String token) {
        return MessageDigest.isEqual(
                brought.getBytes(StandardCharsets.UTF_8), csrf(token).getBytes(StandardCharsets.UTF_8));
    }

    private static void makeRoom(Map<String, ?> map, int max) {
        var oldest = map.keySet().iterator();
        while (map.size() >= max && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
