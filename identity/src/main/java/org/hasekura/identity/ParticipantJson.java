package org.hasekura.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hasekura.identity.StrictJson.Shape;
import tools.jackson.databind.JsonNode;

/**
 * Participants of the register as JSON, as an operator writes them and the store keeps them.
 *
 * <p>Strict, since what is passed over here would be missing in a ruling: an unknown member, fact or code is an error
 * that names the nearest known one.
 *
 * <pre>{@code
 * {"did": "did:web:node.example.jp",
 *  "facts": [{"name": "country", "value": "JP", "source": "…", "from": "2026-01-01",
 *             "recordedAt": "2026-11-21T09:00:00Z"}],
 *  "safeguards": [{"type": "SCC", "attributes": {"set": "2021/914", "module": "1"}, "source": "…",
 *                  "from": "2026-11-01", "to": "2027-10-31", "recordedAt": "2026-11-21T09:00:00Z"}]}
 * }</pre>
 */
public final class ParticipantJson {

    private static final int BYTES_MAX = 64 * 1024 * 1024;
    private static final int ENTRIES_MAX = 1_000;

    private static final List<String> PARTICIPANT_MEMBERS = List.of("did", "facts", "safeguards");
    private static final List<String> FACT_MEMBERS = List.of("name", "value", "source", "from", "to", "recordedAt");
    private static final List<String> SAFEGUARD_MEMBERS =
            List.of("type", "attributes", "source", "from", "to", "recordedAt");

    private ParticipantJson() {}

    /** The answer to "are these participants?". */
    public sealed interface Read {
        record Participants(List<Participant> participants) implements Read {
            public Participants {
                participants = List.copyOf(participants);
            }
        }

        record Unreadable(String words) implements Read {}
    }

    /**
     * Reads one participant, or a list of them.
     *
     * @param readAt the time of recording of what names none
     */
    public static Read read(byte[] body, Admission admission, Instant readAt) {
        return switch (StrictJson.any(body, BYTES_MAX)) {
            case StrictJson.Read.Unreadable(String words) -> new Read.Unreadable(words);
            case StrictJson.Read.Json(JsonNode root) -> {
                try {
                    yield new Read.Participants(new Reader(admission, readAt).participants(root));
                } catch (Shape fault) {
                    yield new Read.Unreadable(fault.words());
                }
            }
        };
    }

    /** One participant, members in the order above; read again it is equal. */
    public static byte[] write(Participant participant) {
        return StrictJson.MAPPER.writeValueAsBytes(ParticipantMembers.of(participant));
    }

    /** A list of participants. */
    public static byte[] write(List<Participant> participants) {
        return StrictJson.MAPPER.writeValueAsBytes(
                participants.stream().map(ParticipantMembers::of).toList());
    }

    /** One text being read. */
    private record Reader(Admission admission, Instant readAt) {

        List<Participant> participants(JsonNode root) throws Shape {
            if (!root.isArray()) {
                return List.of(participant(root));
            }
            List<Participant> participants = new ArrayList<>();
            Set<Did> seen = new HashSet<>();
            for (JsonNode entry : root.values()) {
                Participant participant = participant(entry);
                if (!seen.add(participant.did())) {
                    throw new Shape("participant `" + participant.did() + "` stands there twice");
                }
                participants.add(participant);
            }
            return participants;
        }

        private Participant participant(JsonNode node) throws Shape {
            StrictJson.onlyMembers(node, PARTICIPANT_MEMBERS);
            Did did = switch (Did.parse(StrictJson.textOf(node, "did"), admission)) {
                case Did.Parse.Parsed(Did parsed) -> parsed;
                case Did.Parse.Malformed(String words) -> throw new Shape("participant: " + words);
            };
            try {
                List<Fact> facts = new ArrayList<>();
                for (JsonNode fact : StrictJson.list(node, "facts", ENTRIES_MAX)) {
                    facts.add(fact(fact));
                }
                List<Safeguard> safeguards = new ArrayList<>();
                for (JsonNode safeguard : StrictJson.list(node, "safeguards", ENTRIES_MAX)) {
                    safeguards.add(safeguard(safeguard));
                }
                return new Participant(did, facts, safeguards);
            } catch (Shape | IllegalArgumentException fault) {
                throw new Shape("participant `" + did + "`: " + fault.getMessage());
            }
        }

        private Fact fact(JsonNode node) throws Shape {
            StrictJson.onlyMembers(node, FACT_MEMBERS);
            String text = StrictJson.textOf(node, "name");
            Optional<Fact.Name> name = Fact.Name.of(text);
            if (name.isEmpty()) {
                throw new Shape(Words.unknown("fact", text, Fact.Name.texts()));
            }
            String value = StrictJson.textOf(node, "value");
            Optional<String> fault = PartyVocabulary.fault(name.get(), value);
            if (fault.isPresent()) {
                throw new Shape(fault.get());
            }
            return new Fact(
                    name.get(), value, StrictJson.textOf(node, "source"), from(node), to(node), recordedAt(node));
        }

        private Safeguard safeguard(JsonNode node) throws Shape {
            StrictJson.onlyMembers(node, SAFEGUARD_MEMBERS);
            String type = StrictJson.textOf(node, "type");
            if (!PartyVocabulary.SAFEGUARD_TYPES.contains(type)) {
                throw new Shape(Words.unknown("safeguard", type, PartyVocabulary.SAFEGUARD_TYPES));
            }
            Map<String, String> attributes = new TreeMap<>();
            if (node.has("attributes")) {
                StrictJson.onlyMembers(node.path("attributes"), PartyVocabulary.SAFEGUARD_ATTRIBUTES);
                for (Map.Entry<String, JsonNode> attribute :
                        node.path("attributes").properties()) {
                    if (attribute.getValue().isContainer()
                            || attribute.getValue().isNull()) {
                        throw new Shape("attribute `" + attribute.getKey() + "` is not text, a number, true or false");
                    }
                    attributes.put(attribute.getKey(), attribute.getValue().asString());
                }
            }
            return new Safeguard(
                    type, attributes, StrictJson.textOf(node, "source"), from(node), to(node), recordedAt(node));
        }

        private static LocalDate from(JsonNode node) throws Shape {
            return day(StrictJson.textOf(node, "from"));
        }

        private static Optional<LocalDate> to(JsonNode node) throws Shape {
            return node.has("to") ? Optional.of(day(StrictJson.textOf(node, "to"))) : Optional.empty();
        }

        private static LocalDate day(String text) throws Shape {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException _) {
                throw new Shape("`" + Words.shown(text) + "` is not a day; write it like `2026-11-21`");
            }
        }

        private Instant recordedAt(JsonNode node) throws Shape {
            if (!node.has("recordedAt")) {
                return readAt;
            }
            String text = StrictJson.textOf(node, "recordedAt");
            try {
                return Instant.parse(text);
            } catch (DateTimeException _) {
                throw new Shape("`" + Words.shown(text) + "` is not a time; write it like `2026-11-21T09:00:00Z`");
            }
        }
    }

    /** The members in their order, as Jackson writes maps. */
    private static final class ParticipantMembers {

        static Map<String, Object> of(Participant participant) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("did", participant.did().text());
            members.put(
                    "facts",
                    participant.facts().stream().map(ParticipantMembers::of).toList());
            members.put(
                    "safeguards",
                    participant.safeguards().stream()
                            .map(ParticipantMembers::of)
                            .toList());
            return members;
        }

        private static Map<String, Object> of(Fact fact) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("name", fact.name().text());
            members.put("value", fact.value());
            addSourceAndDays(members, fact.source(), fact.from(), fact.to(), fact.recordedAt());
            return members;
        }

        private static Map<String, Object> of(Safeguard safeguard) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("type", safeguard.type());
            members.put("attributes", new TreeMap<>(safeguard.attributes()));
            addSourceAndDays(members, safeguard.source(), safeguard.from(), safeguard.to(), safeguard.recordedAt());
            return members;
        }

        private static void addSourceAndDays(
                Map<String, Object> members,
                String source,
                LocalDate from,
                Optional<LocalDate> to,
                Instant recordedAt) {
            members.put("source", source);
            members.put("from", from.toString());
            to.ifPresent(last -> members.put("to", last.toString()));
            members.put("recordedAt", recordedAt.toString());
        }
    }
}
