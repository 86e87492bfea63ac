package org.hasekura.node;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Which page of a list somebody asks for. A page goes on after the last one of the page before, by its name, so that what
 * is added or taken away meanwhile neither repeats nor hides anything.
 *
 * @param after the name after which it begins; absent: the first page
 * @param limit at most so many
 */
record Page(Optional<String> after, int limit) {

    static final int LIMIT = 100;
    static final int LIMIT_MAX = 500;

    static Page asked(Request request) throws ManagementJson.BadInput {
        Optional<String> cursor = request.query("after").filter(text -> !text.isEmpty());
        Optional<String> after = cursor.flatMap(Page::decoded);
        if (after.isPresent() != cursor.isPresent()) {
            throw new ManagementJson.BadInput("?after", "`after` is no cursor; take `next` of the page before");
        }
        int limit = ValueKind.whole(1, LIMIT_MAX)
                .reader()
                .apply(request.query("limit").orElse(String.valueOf(LIMIT)))
                .orElseThrow(() -> new ManagementJson.BadInput("?limit", "`limit` takes 1 to " + LIMIT_MAX));
        return new Page(after, limit);
    }

    /** How many are looked for: one more tells whether there is a next page. */
    int sought() {
        return limit + 1;
    }

    static String cursor(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
