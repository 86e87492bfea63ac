package org.hasekura.node;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hasekura.portal.NamedFile;
import org.hasekura.portal.Questions;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions of regulators and their answers as the management API has them, and in words for whoever asks by a command. */
final class QuestionApiJson {

    /** Who asks and who answers where nobody says it. */
    static final String ASKING = "regulator";

    static final String ANSWERING = "operator";

    /** A document in base 64, and what stands around it. */
    static final int BODY_BYTES_MAX = Questions.DOCUMENT_BYTES_MAX / 3 * 4 + 128 * 1024;

    private static final int DAYS_MAX = 366;
    private static final int NAME_MAX = 200;

    private static final JsonMapper LARGE = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(BODY_BYTES_MAX)
                            .build())
                    .build())
            .build();

    private QuestionApiJson() {}

    /** Something that is asked. */
    record Asking(String text, LocalDate dueBy, String role) {}

    /** @param today the first day that an answer can be due */
    static Asking asking(byte[] body, LocalDate today) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("text", "dueBy", "role"));
        return new Asking(
                words(node), day(ManagementJson.text(node, "dueBy"), today), ManagementJson.role(node, ASKING));
    }

    private static LocalDate day(String text, LocalDate today) throws ManagementJson.BadInput {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_MAX))) {
                return day;
            }
        } catch (DateTimeException _) {
            // The same words say what is taken.
        }
        throw new ManagementJson.BadInput(
                "/dueBy",
                "`dueBy` is `" + text + "`; it takes a day from today on, within a year, such as `" + today + "`");
    }

    private static String words(JsonNode node) throws ManagementJson.BadInput {
        String text = ManagementJson.text(node, "text");
        if (text.length() > Questions.TEXT_MAX) {
            throw new ManagementJson.BadInput(
                    "/text", "`text` takes at most " + Questions.TEXT_MAX + " characters, has " + text.length());
        }
        return text;
    }

    /** What somebody answers. */
    record Answering(String text, Optional<NamedFile> document, String role) {}

    static Answering answering(byte[] body) throws ManagementJson.BadInput {
        JsonNode whole;
        try {
            whole = LARGE.readTree(body);
        } catch (JacksonException e) {
            throw new ManagementJson.BadInput("the body is not JSON: " + e.getOriginalMessage());
        }
        if (!(whole instanceof ObjectNode object)) {
            throw new ManagementJson.BadInput("the body must be a JSON object");
        }
        Optional<NamedFile> document = document(object.path("document"));
        object.remove("document");
        JsonNode node = ManagementJson.read(LARGE.writeValueAsBytes(object));
        ManagementJson.onlyMembers(node, List.of("text", "role", "document"));
        return new Answering(words(node), document, ManagementJson.role(node, ANSWERING));
    }

    private static Optional<NamedFile> document(JsonNode node) throws ManagementJson.BadInput {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        ManagementJson.onlyMembers(node, List.of("name", "base64"));
        String name = ManagementJson.text(node, "name");
        if (name.length() > NAME_MAX || name.chars().anyMatch(Character::isISOControl)) {
            throw new ManagementJson.BadInput(
                    "/document/name", "`name` takes at most " + NAME_MAX + " characters in one line");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(ManagementJson.text(node, "base64"));
            if (bytes.length <= Questions.DOCUMENT_BYTES_MAX) {
                return Optional.of(new NamedFile(name, "application/octet-stream", bytes));
            }
        } catch (IllegalArgumentException _) {
            // The same words say what is taken.
        }
        throw new ManagementJson.BadInput(
                "/document/base64",
                "`base64` takes at most " + Questions.DOCUMENT_BYTES_MAX + " bytes, in base 64 of RFC 4648");
    }

    static String write(List<Questions.Question> questions, LocalDate today) {
        ObjectNode node = ManagementJson.object();
        ArrayNode items = node.putArray("items");
        questions.forEach(each -> items.add(of(each, today)));
        return node.toString();
    }

    static String write(Questions.Question question, LocalDate today) {
        return of(question, today).toString();
    }

    private static ObjectNode of(Questions.Question question, LocalDate today) {
        ObjectNode node = ManagementJson.object()
                .put("id", question.id())
                .put("state", question.answer().isPresent() ? "ANSWERED" : isLate(question, today) ? "LATE" : "OPEN")
                .put("asked", question.asked().toString())
                .put("role", question.role())
                .put("dueBy", question.dueBy().toString());
        question.text().ifPresent(text -> node.put("text", text));
        question.answer().ifPresent(answer -> {
            ObjectNode given =
                    node.putObject("answer").put("at", answer.at().toString()).put("role", answer.role());
            answer.text().ifPresent(text -> given.put("text", text));
            answer.document().ifPresent(name -> given.put("document", name));
        });
        return node;
    }

    private static boolean isLate(Questions.Question question, LocalDate today) {
        return today.isAfter(question.dueBy());
    }

    /** A list of questions in lines for people. */
    static String words(byte[] answer, Language language) {
        boolean isJapanese = language == Language.ja;
        JsonNode items = JsonMapper.shared().readTree(answer).path("items");
        if (items.isEmpty()) {
            return isJapanese ? "質問はありません。" : "There are no questions.";
        }
        var lines = new StringBuilder();
        for (JsonNode each : items) {
            String due = each.path("dueBy").asString();
            lines.append(each.path("id").asString())
                    .append("  ")
                    .append(state(each.path("state").asString(), due, isJapanese))
                    .append("\n  ")
                    .append(said(each, isJapanese))
                    .append('\n');
            if (each.has("answer")) {
                JsonNode given = each.path("answer");
                lines.append("  → ").append(said(given, isJapanese));
                if (given.has("document")) {
                    lines.append(" [").append(given.path("document").asString()).append(']');
                }
                lines.append('\n');
            }
        }
        return lines.toString().stripTrailing();
    }

    private static String state(String state, String due, boolean isJapanese) {
        return switch (state) {
            case "ANSWERED" -> isJapanese ? "回答済み" : "answered";
            case "LATE" -> isJapanese ? "回答期限超過(" + due + ")" : "late, was due by " + due;
            default -> isJapanese ? "回答待ち(期限 " + due + ")" : "waits for an answer, due by " + due;
        };
    }

    private static String said(JsonNode node, boolean isJapanese) {
        return node.path("text").asString(isJapanese ? "(本文は消去されました)" : "(the text was erased)");
    }
}
