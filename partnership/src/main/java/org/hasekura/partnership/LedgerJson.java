package org.hasekura.partnership;

import static org.hasekura.partnership.CommitmentJson.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A ledger as lines of JSON, one event each, in the order of their names: the same events are the same bytes on both sides.
 */
public final class LedgerJson {

    public static final int BYTES_MAX = 64 << 20;
    public static final int EVENTS_MAX = 200_000;
    private static final int LINE_MAX = 1 << 20;

    private LedgerJson() {}

    public static byte[] write(Ledger ledger) {
        var lines = new StringBuilder();
        ledger.events()
                .byId()
                .forEach((id, event) ->
                        lines.append(line(id, event, ledger.signature(id))).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static String line(EventId id, Event event, Optional<Signature> signature) {
        ObjectNode json = object().put("id", id.hex());
        json.set("event", EventJson.write(event));
        signature.ifPresent(
                it -> json.putObject("signature").put("key", it.key()).put("value", it.value()));
        return ObjectJson.MAPPER.writeValueAsString(json);
    }

    /** A ledger is taken whole or not at all: one damaged line refuses it, with its number. */
    public static Read<Ledger> read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            return new Read.Refused<>("", "the events are longer than " + BYTES_MAX + " bytes");
        }
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length > EVENTS_MAX) {
            return new Read.Refused<>("", "there are more than " + EVENTS_MAX + " events");
        }
        var events = new ArrayList<Event>();
        var signatures = new HashMap<EventId, Signature>();
        for (int at = 0; at < lines.length; at++) {
            String line = lines[at];
            if (!line.isBlank()) {
                switch (event(line)) {
                    case Read.Done<Signed>(Signed(Named named, Optional<Signature> signature)) -> {
                        events.add(named.event());
                        signature.ifPresent(it -> signatures.put(named.id(), it));
                    }
                    case Read.Refused<Signed>(String place, String words) -> {
                        return new Read.Refused<>("line " + (at + 1) + (place.isEmpty() ? "" : " " + place), words);
                    }
                }
            }
        }
        return new Read.Done<>(Ledger.of(EventSet.of(events), signatures));
    }

    private record Signed(Named named, Optional<Signature> signature) {}

    private static Read<Signed> event(String line) {
        return line.length() > LINE_MAX
                ? new Read.Refused<>("", "is longer than " + LINE_MAX + " characters")
                : ObjectJson.reading(() -> signed(line));
    }

    private static Signed signed(String line) {
        ObjectJson json =
                ObjectJson.parse(line.getBytes(StandardCharsets.UTF_8)).only("id", "event", "signature");
        Named named = Named.of(EventJson.read(json.object("event")));
        if (!named.id().hex().equals(json.text("id"))) {
            throw json.fault(
                    "id",
                    "is not the hash of the event, which is `" + named.id().hex() + "`; one of them was changed");
        }
        return new Signed(
                named,
                json.optionalObject("signature").map(each -> new Signature(each.text("key"), each.text("value"))));
    }
}
