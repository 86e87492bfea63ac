package org.hasekura.document;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Running text: plain words, strong words and links, in the order they are read. */
public record Text(List<Run> runs) {

    /** A stretch of text of one kind. */
    public sealed interface Run {
        String words();
    }

    public record Plain(String words) implements Run {}

    public record Strong(String words) implements Run {}

    /** A link out of the document; only {@code https}, {@code http} and {@code mailto}. */
    public record Link(String words, URI target) implements Run {
        public Link {
            String scheme = String.valueOf(target.getScheme());
            if (!List.of("https", "http", "mailto").contains(scheme)) {
                throw new IllegalArgumentException("no link of a document leads to `" + target + "`");
            }
        }
    }

    public Text {
        runs = List.copyOf(runs);
    }

    public static Text of(String words) {
        return new Text(List.of(new Plain(words)));
    }

    public static Text strong(String words) {
        return new Text(List.of(new Strong(words)));
    }

    public Text and(String words) {
        return and(new Plain(words));
    }

    public Text andStrong(String words) {
        return and(new Strong(words));
    }

    public Text andLink(String words, URI target) {
        return and(new Link(words, target));
    }

    /** All words without their kinds. */
    public String words() {
        var all = new StringBuilder();
        runs.forEach(run -> all.append(run.words()));
        return all.toString();
    }

    private Text and(Run run) {
        var longer = new ArrayList<>(runs);
        longer.add(run);
        return new Text(longer);
    }
}
