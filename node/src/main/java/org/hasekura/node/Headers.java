package org.hasekura.node;

import java.util.HashMap;
import java.util.Map;

/** Small changes to maps of headers. */
final class Headers {

    private Headers() {}

    static Map<String, String> plus(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
