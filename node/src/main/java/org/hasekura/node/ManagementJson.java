package org.hasekura.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hasekura.exchange.AnsweringJson;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantJson;
import org.hasekura.law.Law;
import org.hasekura.law.NearestWord;
import org.hasekura.policy.DutyText;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Reading;
import org.hasekura.policy.Terms;
import org.hasekura.policy.TermsText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The management API's JSON: what people and programs of this node's own organisation send and see. */
final class ManagementJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(65_536)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private ManagementJson() {}

    /** The input is not what the API takes; the message says what is. */
    static final class BadInput extends Exception {
        private static final long serialVersionUID = 1L;

        private final String words;
        private final transient List<Problem.Field> errors;

        /** Of the body as a whole. */
        BadInput(String words) {
            this(words, List.of());
        }

        /** @param pointer where it is wrong, as {@link Problem.Field} has it */
        BadInput(String pointer, String words) {
            this(words, List.of(new Problem.Field(pointer, words)));
        }

        BadInput(String words, List<Problem.Field> errors) {
            super(words);
            this.words = words;
            this.errors = List.copyOf(errors);
        }

        String words() {
            return words;
        }

        List<Problem.Field> errors() {
            return errors;
        }
    }

    static JsonNode read(byte[] body) throws BadInput {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new BadInput("the body is not JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new BadInput("the body must be a JSON object");
        }
        requireStorable(node);
        return node;
    }

    /** Refuses what UTF-8 (half a surrogate pair) or PostgreSQL (NUL) cannot keep. */
    private static void requireStorable(JsonNode node) throws BadInput {
        for (var member : node.properties()) {
            requireStorable(member.getKey());
        }
        for (JsonNode inner : node) {
            requireStorable(inner);
        }
        if (node.isString()) {
            requireStorable(node.stringValue());
        }
    }

    private static void requireStorable(String text) throws BadInput {
        if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new BadInput("a text contains NUL or half a surrogate pair");
        }
    }

    /** A member that is not known would be passed over, and was perhaps meant to limit something. */
    static void onlyMembers(JsonNode node, List<String> known) throws BadInput {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new BadInput(
                        JsonPointer.of(name),
                        "unknown field `" + name + "`"
                                + NearestWord.to(name, known)
                                        .map(nearest -> "; did you mean `" + nearest + "`?")
                                        .orElse("; there are " + String.join(", ", known)));
            }
        }
    }

    static String text(JsonNode node, String name) throws BadInput {
        return optionalText(node, name)
                .orElseThrow(() -> new BadInput(JsonPointer.of(name), "`" + name + "` is missing"));
    }

    static Optional<String> optionalText(JsonNode node, String name) throws BadInput {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new BadInput(JsonPointer.of(name), "`" + name + "` must be a text that is not empty");
        }
        return Optional.of(value.stringValue());
    }

    /** In which role somebody acts, as evidence will have it for good. */
    static String role(JsonNode node, String otherwise) throws BadInput {
        String role = optionalText(node, "role").orElse(otherwise);
        if (!role.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new BadInput(
                    JsonPointer.of("role"),
                    "`role` is a role in lower-case letters, such as `" + otherwise + "`; never a name");
        }
        return role;
    }

    static Terms terms(JsonNode node) throws BadInput {
        return read(OdrlJson.terms(node.path("terms"), "terms"));
    }

    static <T> T read(Reading<T> reading) throws BadInput {
        return switch (reading) {
            case Reading.Read<T>(T value) -> value;
            case Reading.Refused<T> refused ->
                throw new BadInput(JsonPointer.ofPath(refused.path()), refused.sentence());
        };
    }

    static List<String> list(JsonNode node, String name) throws BadInput {
        var values = new ArrayList<String>();
        if (node.has(name) && !node.path(name).isArray()) {
            throw new BadInput(JsonPointer.of(name), "`" + name + "` must be a list of texts");
        }
        for (JsonNode value : node.path(name)) {
            if (!value.isString()) {
                throw new BadInput(JsonPointer.of(name), "`" + name + "` must be a list of texts");
            }
            values.add(value.stringValue());
        }
        return values;
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode write(Dataset dataset) {
        ObjectNode node = object();
        node.put("id", dataset.id());
        node.set("title", MAPPER.valueToTree(new java.util.TreeMap<>(dataset.titles())));
        node.set("themes", MAPPER.valueToTree(dataset.themes()));
        node.set("countries", MAPPER.valueToTree(dataset.countries()));
        node.set("facts", MAPPER.valueToTree(new java.util.TreeMap<>(dataset.facts())));
        ArrayNode offers = node.putArray("offers");
        dataset.offers().forEach(offer -> offers.add(OdrlJson.write(offer)));
        node.set("answering", AnsweringJson.write(dataset.answering()));
        if (!dataset.visibility().isForEveryone()) {
            node.set("visibleTo", MAPPER.valueToTree(dataset.visibility().grants()));
        }
        ColumnsJson.write(node, dataset.shape());
        node.put("mediaType", dataset.content().mediaType());
        node.put("bytes", dataset.content().bytes());
        node.put("sha256", dataset.content().sha256());
        node.put("published", dataset.published().toString());
        dataset.withdrawn()
                .ifPresent(withdrawal ->
                        node.put("withdrawn", withdrawal.at().toString()).put("withdrawnBecause", withdrawal.reason()));
        return node;
    }

    static ObjectNode write(DatasetView dataset, Law law) {
        ObjectNode node = object();
        node.put("id", dataset.id());
        node.set("title", MAPPER.valueToTree(new java.util.TreeMap<>(dataset.titles())));
        node.set("description", MAPPER.valueToTree(new java.util.TreeMap<>(dataset.descriptions())));
        dataset.licence().ifPresent(licence -> node.put("licence", licence));
        ColumnsJson.write(node, dataset.shape());
        ArrayNode offers = node.putArray("offers");
        dataset.offers().forEach(offer -> offers.add(terms(OdrlJson.write(offer), offer.terms(), law)));
        ArrayNode forms = node.putArray("forms");
        dataset.forms().forEach(form -> {
            ObjectNode each = forms.addObject().put("format", form.format());
            form.mediaType().ifPresent(type -> each.put("mediaType", type));
            form.bytes().ifPresent(bytes -> each.put("bytes", bytes));
        });
        return node;
    }

    static ObjectNode write(Negotiation negotiation, Law law) {
        ObjectNode node = object();
        node.put("pid", negotiation.pid());
        negotiation.peerPid().ifPresent(pid -> node.put("peerPid", pid));
        node.put("role", negotiation.role().name().toLowerCase(java.util.Locale.ROOT));
        node.put("peer", negotiation.peer());
        node.put("dataset", negotiation.datasetId());
        node.put("state", negotiation.state().name());
        negotiation
                .sending()
                .ifPresent(sending -> node.put("sending", sending.leadsTo().name()));
        reason(node, "waiting", negotiation.waiting());
        reason(node, "reason", negotiation.reason());
        node.set(
                "offer",
                terms(OdrlJson.write(negotiation.offer()), negotiation.offer().terms(), law));
        negotiation.agreement().ifPresent(agreement -> node.put("agreement", agreement.id()));
        node.put("created", negotiation.created().toString());
        node.put("changed", negotiation.changed().toString());
        return node;
    }

    static ObjectNode write(Concluded concluded, Law law) {
        ObjectNode node = object();
        node.put("id", concluded.agreement().id());
        node.put("role", concluded.role().name().toLowerCase(java.util.Locale.ROOT));
        node.put("peer", concluded.peer());
        node.put("dataset", concluded.agreement().target());
        node.put("negotiation", concluded.negotiationPid());
        node.put("sha256", concluded.sha256());
        concluded.finalized().ifPresent(at -> node.put("agreed", at.toString()));
        concluded.ended().ifPresent(at -> node.put("ended", at.toString()));
        node.set(
                "agreement",
                terms(
                        OdrlJson.write(concluded.agreement()),
                        concluded.agreement().terms(),
                        law));
        return node;
    }

    static ObjectNode write(Transfer transfer) {
        ObjectNode node = object();
        node.put("pid", transfer.pid());
        transfer.peerPid().ifPresent(pid -> node.put("peerPid", pid));
        node.put("role", transfer.role().name().toLowerCase(java.util.Locale.ROOT));
        node.put("peer", transfer.peer());
        node.put("agreement", transfer.agreementId());
        node.put("dataset", transfer.datasetId());
        node.put("state", transfer.state().name());
        transfer.sending()
                .ifPresent(sending -> node.put("sending", sending.leadsTo().name()));
        reason(node, "reason", transfer.reason());
        transfer.judged().ifPresent(judged -> node.set("judged", RulingsJson.write(judged)));
        transfer.delivered().ifPresent(delivered -> {
            node.put("bytes", delivered.bytes()).put("sha256", delivered.sha256());
            delivered.location().ifPresent(location -> node.put("location", location));
        });
        node.put("created", transfer.created().toString());
        node.put("changed", transfer.changed().toString());
        return node;
    }

    /** With where its bytes are to be had, for those who fetch by means of their own: a secret while it is started. */
    static ObjectNode writeWithAddress(Transfer transfer) {
        ObjectNode node = write(transfer);
        transfer.dataAddress().ifPresent(address -> {
            ObjectNode to = node.putObject("dataAddress");
            address.endpoint().ifPresent(endpoint -> to.put("endpoint", endpoint));
            new java.util.TreeMap<>(address.properties()).forEach(to::put);
        });
        return node;
    }

    /** The terms for programs, the duties that the law adds, and all of it as a sentence in both languages. */
    private static ObjectNode terms(ObjectNode odrl, Terms terms, Law law) {
        List<DutyText> duties = DutyText.of(terms, law);
        ArrayNode ofLaw = odrl.putArray("lawDuties");
        duties.forEach(duty -> {
            ObjectNode of = ofLaw.addObject().put("id", duty.id());
            duty.who().ifPresent(who -> of.put("who", who));
            of.put("en", duty.english()).put("ja", duty.japanese());
            duty.until().ifPresent(until -> of.put("untilEn", until.english()).put("untilJa", until.japanese()));
            of.put("citation", duty.citation()).put("citationJa", duty.citationJa());
        });
        odrl.put("inEnglish", TermsText.english(terms, duties));
        odrl.put("inJapanese", TermsText.japanese(terms, duties));
        return odrl;
    }

    private static void reason(ObjectNode node, String name, Optional<Reason> reason) {
        reason.ifPresent(each -> {
            ObjectNode of = node.putObject(name).put("code", each.code());
            ArrayNode sentences = of.putArray("sentences");
            each.sentences().forEach(sentences::add);
        });
    }

    static <T> String list(List<T> values, Function<T, ObjectNode> writer) {
        ObjectNode node = object();
        ArrayNode array = node.putArray("items");
        values.forEach(value -> array.add(writer.apply(value)));
        return node.toString();
    }

    static ObjectNode write(Participant participant) {
        return (ObjectNode) MAPPER.readTree(ParticipantJson.write(participant));
    }
}
