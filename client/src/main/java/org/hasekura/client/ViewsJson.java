package org.hasekura.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a node sends and takes, read and written. Members that are not known here are passed over: a node may be newer. */
final class ViewsJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ViewsJson() {}

    /** What stands in an answer. */
    interface View<T> extends Function<JsonNode, T> {}

    static <T> T read(byte[] body, View<T> view) {
        return view.apply(MAPPER.readTree(body));
    }

    static <T> T read(String text, View<T> view) {
        return view.apply(MAPPER.readTree(text));
    }

    static String object(Map<String, String> members) {
        ObjectNode node = MAPPER.createObjectNode();
        members.forEach(node::put);
        return MAPPER.writeValueAsString(node);
    }

    static String webhook(URI address, List<String> types) {
        ObjectNode node = MAPPER.createObjectNode().put("address", address.toString());
        types.forEach(node.putArray("types")::add);
        return MAPPER.writeValueAsString(node);
    }

    /** Without anybody there is no list, which means everybody. */
    static String visibility(List<String> who) {
        ObjectNode node = MAPPER.createObjectNode();
        if (!who.isEmpty()) {
            who.forEach(node.putArray("visibleTo")::add);
        }
        return MAPPER.writeValueAsString(node);
    }

    /**
     * A page of a list.
     *
     * @param next where the next page begins; absent on the last
     */
    record Page<T>(List<T> items, Optional<String> next) {}

    static <T> Page<T> page(byte[] body, View<T> view) {
        return read(body, node -> new Page<>(list(node.path("items"), view), text(node, "next")));
    }

    static Problem problem(int status, byte[] body, Optional<Long> retryAfter) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node.path("detail").isString()) {
                return new Problem(
                        node.path("type").asString("about:blank"),
                        node.path("title").asString(""),
                        status,
                        node.path("detail").stringValue(),
                        list(
                                node.path("errors"),
                                error -> new Problem.Field(
                                        error.path("pointer").asString(""),
                                        error.path("detail").asString(""))),
                        retryAfter);
            }
        } catch (JacksonException _) {
            // Something else than a node answers there; what it says is shown below.
        }
        String said = new String(body, StandardCharsets.UTF_8).strip();
        String shown = said.length() > 200 ? said.substring(0, 200) + "…" : said;
        return new Problem(
                "about:blank",
                "",
                status,
                "answered " + status + (shown.isEmpty() ? "" : ": " + shown),
                List.of(),
                retryAfter);
    }

    static Negotiation negotiation(JsonNode node) {
        return new Negotiation(
                needed(node, "pid"),
                text(node, "peerPid"),
                needed(node, "role"),
                needed(node, "peer"),
                needed(node, "dataset"),
                needed(node, "state"),
                text(node, "sending"),
                reason(node, "waiting"),
                reason(node, "reason"),
                node.path("offer").toString(),
                text(node, "agreement"),
                instant(node, "created"),
                instant(node, "changed"));
    }

    static Transfer transfer(JsonNode node) {
        return new Transfer(
                needed(node, "pid"),
                text(node, "peerPid"),
                needed(node, "role"),
                needed(node, "peer"),
                needed(node, "agreement"),
                needed(node, "dataset"),
                needed(node, "state"),
                text(node, "sending"),
                reason(node, "reason"),
                node.path("bytes").isIntegralNumber()
                        ? OptionalLong.of(node.path("bytes").longValue())
                        : OptionalLong.empty(),
                text(node, "sha256"),
                text(node, "location"),
                instant(node, "created"),
                instant(node, "changed"));
    }

    static Agreement agreement(JsonNode node) {
        return new Agreement(
                needed(node, "id"),
                needed(node, "role"),
                needed(node, "peer"),
                needed(node, "dataset"),
                needed(node, "negotiation"),
                needed(node, "sha256"),
                text(node, "agreed").map(Instant::parse),
                text(node, "ended").map(Instant::parse),
                node.path("agreement").toString());
    }

    static Dataset dataset(JsonNode node) {
        return new Dataset(
                needed(node, "id"),
                texts(node, "title"),
                texts(node, "facts"),
                needed(node, "mediaType"),
                node.path("bytes").longValue(),
                needed(node, "sha256"),
                list(node.path("visibleTo"), JsonNode::stringValue),
                instant(node, "published"),
                text(node, "withdrawn").map(Instant::parse));
    }

    static OfferedDataset offered(JsonNode node) {
        return new OfferedDataset(
                needed(node, "id"),
                texts(node, "title"),
                list(
                        node.path("offers"),
                        offer -> new OfferedDataset.Offer(
                                needed(offer, "@id"),
                                text(offer, "inEnglish").orElse(""),
                                text(offer, "inJapanese").orElse(""))));
    }

    static Event event(JsonNode node) {
        return new Event(
                Long.parseLong(needed(node, "id")),
                needed(node, "type"),
                instant(node, "at"),
                text(node, "process"),
                node.path("entry").toString(),
                node.toString());
    }

    static String invitation(GuestInvitation guest) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("dataset", guest.dataset())
                .put("organisation", guest.organisation())
                .put("country", guest.country())
                .put("email", guest.email())
                .put("source", guest.source())
                .put("until", guest.until().toString())
                .put("downloads", guest.downloads());
        return MAPPER.writeValueAsString(node);
    }

    static GuestLink guest(JsonNode node) {
        return new GuestLink(
                needed(node, "id"),
                needed(node, "did"),
                needed(node, "state"),
                needed(node, "organisation"),
                needed(node, "country"),
                needed(node, "dataset"),
                LocalDate.parse(needed(node, "until")),
                node.path("downloads").intValue(),
                node.path("downloadsMax").intValue(),
                text(node, "confirmed").map(Instant::parse),
                text(node, "negotiation"),
                text(node, "signed").map(Instant::parse),
                text(node.path("erased"), "at").map(Instant::parse),
                text(node, "link"));
    }

    static Webhook webhook(JsonNode node) {
        return new Webhook(
                needed(node, "id"),
                URI.create(needed(node, "address")),
                list(node.path("types"), JsonNode::stringValue),
                needed(node, "state"),
                text(node, "secret"));
    }

    static String id(JsonNode node) {
        return needed(node, "id");
    }

    static String did(JsonNode node) {
        return needed(node, "did");
    }

    private static Optional<Reason> reason(JsonNode node, String name) {
        JsonNode reason = node.path(name);
        return reason.isObject()
                ? Optional.of(new Reason(needed(reason, "code"), list(reason.path("sentences"), JsonNode::stringValue)))
                : Optional.empty();
    }

    static <T> List<T> list(JsonNode array, View<T> view) {
        List<T> list = new ArrayList<>();
        array.forEach(each -> list.add(view.apply(each)));
        return list;
    }

    private static Map<String, String> texts(JsonNode node, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.path(name)
                .properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString("")));
        return texts;
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.path(name).isString() ? Optional.of(node.path(name).stringValue()) : Optional.empty();
    }

    /** What every version of the node sends; without it something else has answered. */
    private static String needed(JsonNode node, String name) {
        return text(node, name)
                .orElseThrow(() -> new IllegalStateException("the answer has no `" + name + "`: " + node));
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(needed(node, name));
    }
}
