package org.hasekura.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one route of the management API does, for whoever has not read its code: from this the OpenAPI document is made, and
 * by this the node adds what all such routes have in common.
 *
 * @param id unique; what a program may call it
 * @param tag the part of the API
 * @param parameters of the query; those of the path follow from its pattern
 * @param body what it takes; absent where it takes nothing
 * @param isOnce takes an {@code Idempotency-Key}
 * @param isGuarded takes an {@code If-Match} with the version it is about
 */
public record Operation(
        String id,
        String tag,
        String summary,
        List<Parameter> parameters,
        Optional<Body> body,
        List<Answer> answers,
        boolean isOnce,
        boolean isGuarded) {

    /**
     * One parameter of the query.
     *
     * @param values the only ones it takes; empty: others too
     */
    public record Parameter(String name, Kind kind, String description, List<String> values) {
        public Parameter {
            values = List.copyOf(values);
        }
    }

    /** A body of this schema; of text in lines, the schema of each line. */
    public record Body(String schema, String mediaType) {}

    /** What a parameter of the query is. */
    public enum Kind {
        TEXT,
        WHOLE,
        INSTANT
    }

    /**
     * One answer when all is well.
     *
     * @param schema absent where it has no body, or none of JSON
     * @param mediaType empty where it has no body
     */
    public record Answer(int status, String description, Optional<String> schema, String mediaType) {}

    public Operation {
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
    }

    public static Operation of(String tag, String id, String summary) {
        return new Operation(id, tag, summary, List.of(), Optional.empty(), List.of(), false, false);
    }

    /** It takes a body of this schema. */
    public Operation taking(String schema) {
        return taking(new Body(schema, "application/json"));
    }

    /** It takes a body with an object of this schema on each line. */
    public Operation takingLines(String schema) {
        return taking(new Body(schema, "application/x-ndjson"));
    }

    /** It takes the bytes of a file of any kind. */
    public Operation takingFile() {
        return taking(new Body("File", "application/octet-stream"));
    }

    private Operation taking(Body taken) {
        return new Operation(id, tag, summary, parameters, Optional.of(taken), answers, isOnce, isGuarded);
    }

    /** It answers with JSON of this schema. */
    public Operation answering(int status, String schema, String description) {
        return answering(new Answer(status, description, Optional.of(schema), "application/json"));
    }

    /** It answers without a body. */
    public Operation answering(int status, String description) {
        return answering(new Answer(status, description, Optional.empty(), ""));
    }

    public Operation answering(Answer answer) {
        return new Operation(id, tag, summary, parameters, body, plus(answers, answer), isOnce, isGuarded);
    }

    public Operation query(String name, Kind kind, String description, String... values) {
        var parameter = new Parameter(name, kind, description, List.of(values));
        return new Operation(id, tag, summary, plus(parameters, parameter), body, answers, isOnce, isGuarded);
    }

    /** It answers page by page. */
    public Operation paged() {
        return query(
                        "limit",
                        Kind.WHOLE,
                        "at most so many; 1 to " + Page.LIMIT_MAX + ", " + Page.LIMIT + " if left out")
                .query("after", Kind.TEXT, "where the page begins: `next` of the page before");
    }

    /** The same request under the same key is answered and not done again. */
    public Operation once() {
        return new Operation(id, tag, summary, parameters, body, answers, true, isGuarded);
    }

    /** It can be asked to do nothing when what it is about was changed meanwhile. */
    public Operation guarded() {
        return new Operation(id, tag, summary, parameters, body, answers, isOnce, true);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
