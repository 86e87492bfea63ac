package org.hasekura.delivery;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a provider's headers say of the bytes; what cannot be read counts as not said. RFC 9110 §8.6, §8.8.3, §14.4. */
final class ReplyHeaders {

    private static final int TAG_MAX = 256;
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)", Pattern.CASE_INSENSITIVE);

    private ReplyHeaders() {}

    /** An entity tag that stands for these very bytes; a weak one does not. */
    static Optional<String> strongTag(Download.Reply reply) {
        return reply.header("ETag")
                .map(String::strip)
                .filter(each -> each.length() <= TAG_MAX && each.length() >= 2)
                .filter(each -> each.startsWith("\"") && each.endsWith("\""))
                .filter(each -> each.chars().allMatch(c -> c >= ' ' && c < 127));
    }

    static OptionalLong length(Download.Reply reply) {
        return number(reply.header("Content-Length"));
    }

    static boolean beginsAt(Download.Reply reply, long from) {
        OptionalLong first = group(reply, 1);
        return first.isPresent() && first.getAsLong() == from;
    }

    /** How many bytes there are in all, by the Content-Range. */
    static OptionalLong total(Download.Reply reply) {
        return group(reply, 2);
    }

    static Optional<String> sha256(Download.Reply reply) {
        return ReprDigest.sha256(reply.header(ReprDigest.HEADER));
    }

    private static OptionalLong group(Download.Reply reply, int group) {
        Optional<String> value = reply.header("Content-Range").filter(each -> each.length() <= 100);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        Matcher matcher = CONTENT_RANGE.matcher(value.get().strip());
        return matcher.matches() ? number(Optional.ofNullable(matcher.group(group))) : OptionalLong.empty();
    }

    private static OptionalLong number(Optional<String> digits) {
        return digits.map(String::strip)
                .filter(each -> LENGTH.matcher(each).matches())
                .map(each -> OptionalLong.of(Long.parseLong(each)))
                .orElse(OptionalLong.empty());
    }
}
