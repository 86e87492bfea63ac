package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.List;
import org.hasekura.evidence.Entry;

/** Questions to a side's evidence. */
final class Evidence {
    private Evidence() {}

    static List<Entry> of(Side side, String pid) {
        return side.store().entries().stream()
                .filter(entry -> entry.process().filter(pid::equals).isPresent())
                .toList();
    }

    static <E extends Entry> List<E> of(Side side, String pid, Class<E> kind) {
        return of(side, pid).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The states it went through, in order. */
    static List<String> states(Side side, String pid) {
        return of(side, pid, Entry.StateChanged.class).stream()
                .map(Entry.StateChanged::to)
                .toList();
    }

    static List<String> kinds(Side side, String pid) {
        var kinds = new ArrayList<String>();
        of(side, pid).forEach(entry -> kinds.add(entry.kind()));
        return kinds;
    }

    static boolean sent(List<Entry> entries, String pid, String bodyHash) {
        return entries.stream()
                .anyMatch(entry -> entry instanceof Entry.MessageSent sent
                        && sent.pid().equals(pid)
                        && sent.bodyHash().hex().equals(bodyHash));
    }

    static boolean received(List<Entry> entries, String bodyHash) {
        return entries.stream()
                .anyMatch(entry -> entry instanceof Entry.MessageReceived received
                        && received.bodyHash().hex().equals(bodyHash));
    }
}
