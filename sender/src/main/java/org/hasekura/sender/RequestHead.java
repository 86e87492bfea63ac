package org.hasekura.sender;

import java.util.List;
import java.util.Optional;

/**
 * What a request says before its body.
 *
 * @param method a token, as it came: names tell case apart
 * @param path as it came, beginning with a slash, without the query; of an absolute target, its path
 * @param isOld of HTTP/1.0: it is answered, and then the connection ends
 * @param fields in the order in which they came
 */
public record RequestHead(String method, String path, boolean isOld, List<Field> fields) {

    private static final int ADDRESS_MAX = 64;

    /** A header line. */
    public record Field(String name, String value) {

        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    public RequestHead {
        fields = List.copyOf(fields);
    }

    /** The value of a header that may stand there once only; two of them are as good as none. */
    public Optional<String> header(String name) {
        Optional<String> found = Optional.empty();
        for (Field field : fields) {
            if (field.isNamed(name)) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(field.value());
            }
        }
        return found;
    }

    /** The last of the values between commas, in all headers of the name: what the nearest proxy has seen. */
    Optional<String> last(String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .reduce((_, later) -> later)
                .map(field -> field.value()
                        .substring(field.value().lastIndexOf(',') + 1)
                        .strip())
                .filter(value -> !value.isEmpty() && value.length() <= ADDRESS_MAX);
    }

    /** The token of an {@code Authorization: Bearer} header. */
    public Optional<String> bearerToken() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    /** Whether the other side wants no answer after this one. */
    public boolean isLast() {
        return isOld || fields.stream().anyMatch(field -> field.isNamed("Connection") && closes(field.value()));
    }

    /** Whether a body follows; what it says of the body's length is never contradictory. */
    public boolean hasBody() {
        return fields.stream()
                .anyMatch(field -> field.isNamed("Transfer-Encoding")
                        || (field.isNamed("Content-Length") && !isZero(field.value())));
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(each -> each == '0');
    }

    private static boolean closes(String options) {
        int from = 0;
        while (from <= options.length()) {
            int comma = options.indexOf(',', from);
            int end = comma < 0 ? options.length() : comma;
            if (options.substring(from, end).strip().equalsIgnoreCase("close")) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }
}
