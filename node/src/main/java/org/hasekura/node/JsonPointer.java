package org.hasekura.node;

import java.util.regex.Pattern;

/** Places in a body of JSON. RFC 6901. */
final class JsonPointer {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    private JsonPointer() {}

    /** The place that these names and indexes lead to, from the outermost on. */
    static String of(String... segments) {
        StringBuilder pointer = new StringBuilder();
        for (String segment : segments) {
            pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** From a path as faults of terms name it: {@code offers[0].permission[1].action}. */
    static String ofPath(String path) {
        return of(INDEX.matcher(path).replaceAll(".$1").split("\\.", -1));
    }
}
