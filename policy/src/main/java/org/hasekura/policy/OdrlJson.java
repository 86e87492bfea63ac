package org.hasekura.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hasekura.policy.RulesJson.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Offers, agreements and terms as JSON, as the Dataspace Protocol spells them.
 *
 * <p>Writing follows the schema to the letter: short terms, no empty array. Reading is lenient where JSON-LD lets one
 * thing be written in several ways ({@code odrl:} before a term, an object with {@code @id} for a term, one object for
 * a list of one) and ignores what it does not know; it refuses whatever it would otherwise have to guess or drop, and
 * says where. Nothing here throws for bad input. Source: DSP 2025-1 contract-schema, ODRL profile; ODRL 2.2.
 */
public final class OdrlJson {

    /** The longest policy that is read, in bytes. */
    public static final int BYTES_MAX = 256 * 1024;

    private static final String ODRL = "http://www.w3.org/ns/odrl/2/";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNameLength(RulesJson.NAME_CHARACTERS_MAX)
                            .maxNumberLength(40)
                            .build())
                    // Of two members with one name the peer may have meant the other.
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private OdrlJson() {}

    /** An offer in a catalog or dataset. A {@code target} in it is ignored: the dataset around it is the target. */
    public static Reading<Offer> catalogOffer(JsonNode offer, String path) {
        return reading(() -> offer(offer, path));
    }

    /** An offer in a request or offer message: with {@code @type} and {@code target}, perhaps with the parties. */
    public static Reading<MessageOffer> messageOffer(JsonNode offer, String path) {
        return reading(() -> {
            Offer read = offer(offer, path);
            if (!offer.has("@type")) {
                throw new Refusal(path + ".@type", "is missing: an offer in a message says `Offer`");
            }
            return new MessageOffer(
                    read,
                    text(offer, path, "target"),
                    optional(offer, path, "assigner"),
                    optional(offer, path, "assignee"));
        });
    }

    /** An agreement that must say when it was made. */
    public static Reading<Agreement> agreement(JsonNode agreement, String path) {
        return reading(() -> agreement(agreement, path, Optional.empty()));
    }

    /** An agreement; one without a timestamp, which the schema allows, counts as made when it came. */
    public static Reading<Agreement> agreement(JsonNode agreement, String path, Instant ifUnstated) {
        return reading(() -> agreement(agreement, path, Optional.of(ifUnstated)));
    }

    /** The rules alone, of which there may be none. */
    public static Reading<Terms> terms(JsonNode terms, String path) {
        return reading(() -> new RulesJson().terms(terms, path));
    }

    public static Reading<Offer> catalogOffer(byte[] json) {
        return parsed(json, "offer", node -> catalogOffer(node, "offer"));
    }

    public static Reading<Agreement> agreement(byte[] json) {
        return parsed(json, "agreement", node -> agreement(node, "agreement"));
    }

    public static Reading<Terms> terms(byte[] json) {
        return parsed(json, "terms", node -> terms(node, "terms"));
    }

    /** The offer as a catalog shows it, without target. */
    public static ObjectNode write(Offer offer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("@id", offer.id()).put("@type", "Offer");
        return TermsJson.put(offer.terms(), node);
    }

    /** The same as text. */
    public static String text(Offer offer) {
        return write(offer).toString();
    }

    public static ObjectNode write(MessageOffer message) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("@id", message.offer().id()).put("@type", "Offer").put("target", message.target());
        message.assigner().ifPresent(assigner -> node.put("assigner", assigner));
        message.assignee().ifPresent(assignee -> node.put("assignee", assignee));
        return TermsJson.put(message.offer().terms(), node);
    }

    public static ObjectNode write(Agreement agreement) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("@id", agreement.id())
                .put("@type", "Agreement")
                .put("target", agreement.target())
                .put("assigner", agreement.assigner())
                .put("assignee", agreement.assignee())
                .put("timestamp", agreement.timestamp().toString());
        return TermsJson.put(agreement.terms(), node);
    }

    public static ObjectNode write(Terms terms) {
        return TermsJson.put(terms, JsonNodeFactory.instance.objectNode());
    }

    /** The agreement as it is hashed: the same bytes on both sides, whatever either put on the wire. */
    public static byte[] canonical(Agreement agreement) {
        return CanonicalJson.bytes(write(agreement));
    }

    /** SHA-256 of {@link #canonical}, in lower-case hex. */
    public static String sha256(Agreement agreement) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical(agreement)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Offer offer(JsonNode node, String path) {
        RulesJson.object(node, path);
        type(node, path, "Offer");
        Terms terms = new RulesJson().terms(node, path);
        someRule(terms, path);
        return new Offer(text(node, path, "@id"), terms);
    }

    private static Agreement agreement(JsonNode node, String path, Optional<Instant> ifUnstated) {
        RulesJson.object(node, path);
        type(node, path, "Agreement");
        Terms terms = new RulesJson().terms(node, path);
        someRule(terms, path);
        String at = path + ".timestamp";
        Instant made = optional(node, path, "timestamp")
                .map(said -> instant(said, at))
                .or(() -> ifUnstated)
                .orElseThrow(() -> new Refusal(at, "is missing: say when it was made, as `2026-11-21T22:41:00Z`"));
        return new Agreement(
                text(node, path, "@id"),
                text(node, path, "target"),
                text(node, path, "assigner"),
                text(node, path, "assignee"),
                made,
                terms);
    }

    private static void type(JsonNode node, String path, String type) {
        JsonNode said = node.path("@type");
        JsonNode one = said.isArray() && said.size() == 1 ? said.get(0) : said;
        List<String> spellings = List.of(type, "odrl:" + type, ODRL + type);
        boolean fits = one.isMissingNode() || (one.isString() && spellings.contains(one.stringValue()));
        if (!fits) {
            throw new Refusal(path + ".@type", "must be `" + type + "`, is " + Words.shown(one.toString()));
        }
    }

    private static void someRule(Terms terms, String path) {
        if (terms.permissions().isEmpty() && terms.prohibitions().isEmpty()) {
            throw new Refusal(path, "needs at least one permission or prohibition");
        }
    }

    private static String text(JsonNode node, String path, String name) {
        return optional(node, path, name).orElseThrow(() -> new Refusal(path + "." + name, "is missing"));
    }

    /** A text, or an object with an {@code @id} or {@code @value} that says it. */
    private static Optional<String> optional(JsonNode node, String path, String name) {
        return RulesJson.member(node, path, name)
                .map(value -> value.isObject() ? value.path(value.has("@id") ? "@id" : "@value") : value)
                .map(value -> RulesJson.text(value, path + "." + name, RulesJson.NAME_CHARACTERS_MAX));
    }

    /** An {@code xsd:dateTime}; without a zone it counts as UTC, since both sides must read the same instant. */
    private static Instant instant(String said, String path) {
        return Moment.parse(said)
                .filter(moment -> !moment.isDay())
                .map(Moment::first)
                .orElseThrow(() -> new Refusal(
                        path, "is " + Words.shown(said) + ", no date and time like `2026-11-21T22:41:00Z`"));
    }

    private static <T> Reading<T> parsed(byte[] json, String path, Function<JsonNode, Reading<T>> read) {
        if (json.length > BYTES_MAX) {
            return new Reading.Refused<>(path, json.length + " bytes; at most " + BYTES_MAX + " are read");
        }
        try {
            return read.apply(MAPPER.readTree(json));
        } catch (JacksonException e) {
            return new Reading.Refused<>(path, "is not acceptable as JSON: " + Words.shown(e.getOriginalMessage()));
        }
    }

    private static <T> Reading<T> reading(Supplier<T> read) {
        try {
            return new Reading.Read<>(read.get());
        } catch (Refusal refusal) {
            return refusal.reading();
        }
    }
}
