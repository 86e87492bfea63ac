package org.hasekura.node;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Hash;

/**
 * Versions as entity tags: what is read carries one, and a read that names it is answered 304 when nothing has changed. What
 * counts its versions has the count for a tag, so that a change can name the version it is meant for. RFC 9110 §8.8, §13.
 */
final class EntityTags {

    private EntityTags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Of what counts no versions: by its bytes. */
    static String ofContent(byte[] body) {
        return "\"" + Hash.sha256(body).hex().substring(0, 32) + "\"";
    }

    /** Whether the request names this tag as one of what it has. */
    static boolean isKnownTo(Request request, String tag) {
        return request.header("If-None-Match")
                .filter(known -> lists(known, tag.startsWith("W/") ? tag.substring(2) : tag))
                .isPresent();
    }

    /** Answers reads that name a version they have. */
    static Handler conditional(Handler handler) {
        return request -> {
            Response response = handler.handle(request);
            if (request.method() != Method.GET
                    || response.status() != 200
                    || !(response instanceof Response.Whole whole)) {
                return response;
            }
            String tag = Optional.ofNullable(whole.headers().get("ETag")).orElseGet(() -> ofContent(whole.body()));
            Optional<String> known = request.header("If-None-Match");
            return known.isPresent() && lists(known.get(), tag)
                    ? Response.empty(304).with("ETag", tag)
                    : whole.with("ETag", tag);
        };
    }

    /** The versions that {@code If-Match} names; absent where it is not sent, or names any. */
    static Optional<List<String>> wanted(Request request) {
        return request.header("If-Match")
                .filter(value -> !value.strip().equals("*"))
                .map(EntityTags::list);
    }

    /** Why what is asked cannot be done with this version; empty when it can. */
    static Optional<Response.Refused> refusal(Request request, long version) {
        return wanted(request).filter(tags -> !tags.contains(of(version))).map(tags -> changed(tags, of(version)));
    }

    static Response.Refused changed(List<String> wanted, String found) {
        return Response.refused(Problem.of(
                ProblemKind.CHANGED,
                "it stands at version " + found + ", not at " + String.join(" or ", wanted)
                        + "; read it again, and ask again with its new `ETag` in `If-Match` if you still want to"));
    }

    /** Weak and strong tags are the same for reads (RFC 9110 §13.1.2). */
    private static boolean lists(String header, String tag) {
        return header.strip().equals("*")
                || list(header).stream()
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(tag::equals);
    }

    private static List<String> list(String header) {
        return Arrays.stream(header.split(",", -1)).map(String::strip).toList();
    }
}
