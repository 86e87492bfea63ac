package org.hasekura.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the published tables from the data files as they are packaged, so that nothing is lost that the engine does not read, and
 * writes them as JSON. Which columns there are, and what they mean, the dictionary says; a field it does not describe is an error.
 */
final class OpenTablesJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, JsonNode> files = new HashMap<>();
    private final DpvTerms terms = DpvTerms.load();
    private final JsonNode dictionary = file("open-data.json");

    private OpenTablesJson() {}

    /** Every table, in the order of the dictionary. */
    static List<OpenTable> packaged() {
        OpenTablesJson reader = new OpenTablesJson();
        List<OpenTable> tables = new ArrayList<>();
        for (JsonNode described : reader.dictionary.get("tables")) {
            tables.add(reader.table(described));
        }
        return List.copyOf(tables);
    }

    /** The rows of a table as a JSON document, one row on a line. */
    static String write(OpenTable table, String version, String asOf, String licence) {
        ObjectNode head = MAPPER.createObjectNode();
        head.put("table", table.name());
        head.put("version", version);
        head.put("asOf", asOf);
        head.put("licence", licence);
        String start = head.toString();
        StringBuilder json = new StringBuilder(start.substring(0, start.length() - 1)).append(",\"rows\":[");
        String between = "\n";
        for (List<OpenTable.Cell> row : table.rows()) {
            json.append(between).append(row(table, row));
            between = ",\n";
        }
        return json.append("\n]}\n").toString();
    }

    private static ObjectNode row(OpenTable table, List<OpenTable.Cell> row) {
        ObjectNode json = MAPPER.createObjectNode();
        for (int i = 0; i < row.size(); i++) {
            String name = table.columns().get(i).name();
            switch (row.get(i)) {
                case OpenTable.Cell.Missing _ -> {}
                case OpenTable.Cell.Text(String text) -> json.put(name, text);
                case OpenTable.Cell.Whole(int value) -> json.put(name, value);
                case OpenTable.Cell.Flag(boolean value) -> json.put(name, value);
                case OpenTable.Cell.Texts(List<String> values) -> {
                    ArrayNode list = json.putArray(name);
                    values.forEach(list::add);
                }
            }
        }
        return json;
    }

    /** A Frictionless data package: which files there are, and what their columns hold. */
    static String dataPackage(List<OpenTable> tables, String version, OpenData.Licence licence) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("name", "hasekura-law-data");
        json.put("title", "Dated law of cross-border data flows between the EU, Japan and their partners");
        json.put("version", version);
        ObjectNode terms = json.putArray("licenses").addObject();
        terms.put("name", licence.name());
        terms.put("title", licence.title());
        terms.put("path", licence.address());
        ArrayNode resources = json.putArray("resources");
        for (OpenTable table : tables) {
            ObjectNode resource = resources.addObject();
            resource.put("name", table.name());
            resource.put("path", table.name() + ".csv");
            resource.put("title", table.titleEn());
            resource.put("format", "csv");
            resource.put("mediatype", "text/csv");
            resource.put("encoding", "utf-8");
            ArrayNode fields = resource.putObject("schema").putArray("fields");
            for (int i = 0; i < table.columns().size(); i++) {
                ObjectNode field = fields.addObject();
                field.put("name", table.columns().get(i).name());
                field.put("type", table.type(i).equals("list") ? "string" : table.type(i));
                field.put("description", table.columns().get(i).textEn());
            }
        }
        return json.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private JsonNode file(String name) {
        return files.computeIfAbsent(name, each -> MAPPER.readTree(PackagedJson.bytes(each)));
    }

    private OpenTable table(JsonNode described) {
        String name = described.get("name").stringValue();
        Map<String, JsonNode> common = new HashMap<>();
        dictionary.get("common").forEach(each -> common.put(each.get("name").stringValue(), each));
        List<OpenTable.Column> columns = new ArrayList<>();
        for (JsonNode column : described.get("columns")) {
            String field = column.get("name").stringValue();
            JsonNode words = column.has("en")
                    ? column
                    : Optional.ofNullable(common.get(field)).orElseThrow();
            columns.add(new OpenTable.Column(
                    field, words.get("en").stringValue(), words.get("ja").stringValue()));
        }
        List<List<OpenTable.Cell>> rows = new ArrayList<>();
        for (Map<String, OpenTable.Cell> row : rows(name)) {
            List<OpenTable.Cell> cells = new ArrayList<>();
            for (OpenTable.Column column : columns) {
                Optional<OpenTable.Cell> cell = Optional.ofNullable(row.remove(column.name()));
                cells.add(cell.orElse(new OpenTable.Cell.Missing()));
            }
            if (!row.isEmpty()) {
                throw new IllegalStateException("`open-data.json` describes no column " + row.keySet()
                        + " of the table `" + name + "`: add it with its meaning in English and Japanese");
            }
            rows.add(List.copyOf(cells));
        }
        return new OpenTable(
                name, described.get("en").stringValue(), described.get("ja").stringValue(), columns, List.copyOf(rows));
    }

    private List<Map<String, OpenTable.Cell>> rows(String table) {
        return switch (table) {
            case "decisions" -> withTerms(list("adequacy.json", "decisions", "excludes"), "id", terms::decision);
            case "exclusions" -> nested("adequacy.json", "decisions", "id", "decision", "excludes");
            case "provisions" -> list("provisions.json", "provisions");
            case "countries" ->
                withTerms(list("countries.json", "countries", "events", "outboundRules"), "iso", terms::country);
            case "memberships" -> list("countries.json", "membership");
            case "events" -> nested("countries.json", "countries", "iso", "iso", "events");
            case "outbound-rules" -> outboundRules();
            case "country-lists" -> members("groups");
            case "trade-agreements" -> members("tradeAgreements");
            case "duties", "untils", "conditions", "questions" -> list("texts.json", table);
            case "remedies" -> list("remedies.json", table);
            case "criteria" -> list("criteria.json", table);
            case "access-passes" -> list("criteria.json", "passes");
            case "gap-remedies" -> list("criteria.json", "remedies");
            case "regional-clauses" -> list("criteria.json", "bridges");
            case "structures" -> list("structures.json", table, "laws", "authorities", "outbound", "findings");
            case "general-laws" -> nested("structures.json", "structures", "iso", "iso", "laws");
            case "authorities" -> nested("structures.json", "structures", "iso", "iso", "authorities");
            case "transfer-rules" -> nested("structures.json", "structures", "iso", "iso", "outbound");
            case "findings" -> nested("structures.json", "structures", "iso", "iso", "findings");
            case "vocabulary" -> vocabulary();
            case "dpv-acts" -> acts();
            case "dpv-outcomes" -> outcomes();
            default -> throw new IllegalStateException("there is no table `" + table + "` in the law data");
        };
    }

    /** The objects of a list, without those fields that are tables of their own. */
    private List<Map<String, OpenTable.Cell>> list(String file, String list, String... others) {
        List<Map<String, OpenTable.Cell>> rows = new ArrayList<>();
        for (JsonNode object : file(file).get(list)) {
            Map<String, OpenTable.Cell> row = flat(object, List.of(others));
            rows.add(row);
        }
        return rows;
    }

    /** The objects of a list inside the objects of another, each with the id of the one it stands in. */
    private List<Map<String, OpenTable.Cell>> nested(String file, String list, String id, String column, String inner) {
        List<Map<String, OpenTable.Cell>> rows = new ArrayList<>();
        for (JsonNode outer : file(file).get(list)) {
            for (JsonNode object : outer.path(inner)) {
                Map<String, OpenTable.Cell> row = flat(object, List.of());
                row.put(column, text(outer.get(id).stringValue()));
                rows.add(row);
            }
        }
        return rows;
    }

    /** What the rules on flows abroad require, a row for each requirement with the days of its rule. */
    private List<Map<String, OpenTable.Cell>> outboundRules() {
        List<Map<String, OpenTable.Cell>> rows = new ArrayList<>();
        for (JsonNode country : file("countries.json").get("countries")) {
            for (JsonNode rule : country.path("outboundRules")) {
                for (JsonNode requirement : rule.get("requirements")) {
                    Map<String, OpenTable.Cell> row = flat(rule, List.of("requirements"));
                    row.putAll(flat(requirement, List.of()));
                    row.put("iso", text(country.get("iso").stringValue()));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static List<Map<String, OpenTable.Cell>> withTerms(
            List<Map<String, OpenTable.Cell>> rows,
            String id,
            java.util.function.Function<String, Optional<String>> term) {
        for (Map<String, OpenTable.Cell> row : rows) {
            Optional.ofNullable(row.get(id))
                    .flatMap(cell -> term.apply(cell.text()))
                    .ifPresent(iri -> row.put("dpvIri", text(iri)));
        }
        return rows;
    }

    private List<Map<String, OpenTable.Cell>> members(String field) {
        List<Map<String, OpenTable.Cell>> rows = new ArrayList<>();
        file("countries.json")
                .get(field)
                .forEachEntry((list, members) -> members.forEach(member -> {
                    Map<String, OpenTable.Cell> row = new LinkedHashMap<>();
                    row.put("list", text(list));
                    row.put("member", text(member.stringValue()));
                    rows.add(row);
                }));
        return rows;
    }

    /** Every code with its meaning, where the data say one, and its term. */
    private List<Map<String, OpenTable.Cell>> vocabulary() {
        Map<String, JsonNode> meanings = new HashMap<>();
        file("codes.json")
                .get("codes")
                .forEach(each -> meanings.put(each.get("id").stringValue(), each));
        List<Map<String, OpenTable.Cell>> rows = new ArrayList<>();
        file("vocabulary.json")
                .get("codes")
                .forEachEntry((field, codes) -> codes.forEach(each -> {
                    String code = each.stringValue();
                    Map<String, OpenTable.Cell> row = code(field, code, terms.code(field, code));
                    Optional.ofNullable(meanings.get(code)).ifPresent(meaning -> {
                        row.put("en", cell(meaning.get("en")));
                        row.put("ja", cell(meaning.get("ja")));
                    });
                    rows.add(row);
                }));
        return rows;
    }

    private List<Map<String, OpenTable.Cell>> outcomes() {
        List<Map<String, OpenTable.Cell>> rows = new ArrayList<>();
        for (String field : List.of("data", "outcome")) {
            new TreeMap<>(terms.codes().getOrDefault(field, Map.of()))
                    .forEach((code, iri) -> rows.add(code(field, code, Optional.of(iri))));
        }
        return rows;
    }

    private List<Map<String, OpenTable.Cell>> acts() {
        List<Map<String, OpenTable.Cell>> rows = new ArrayList<>();
        new TreeMap<>(terms.acts()).forEach((act, iri) -> {
            Map<String, OpenTable.Cell> row = new LinkedHashMap<>();
            row.put("act", text(act));
            row.put("dpvIri", text(iri));
            rows.add(row);
        });
        return rows;
    }

    private static Map<String, OpenTable.Cell> code(String field, String code, Optional<String> iri) {
        Map<String, OpenTable.Cell> row = new LinkedHashMap<>();
        row.put("field", text(field));
        row.put("code", text(code));
        iri.ifPresent(each -> row.put("dpvIri", text(each)));
        return row;
    }

    private static Map<String, OpenTable.Cell> flat(JsonNode object, List<String> without) {
        Map<String, OpenTable.Cell> row = new LinkedHashMap<>();
        object.forEachEntry((name, value) -> {
            if (without.contains(name)) {
                return;
            }
            if (value.isObject()) {
                flat(value, List.of()).forEach((inner, cell) -> row.put(name + "." + inner, cell));
            } else {
                row.put(name, cell(value));
            }
        });
        return row;
    }

    private static OpenTable.Cell cell(JsonNode value) {
        if (value.isBoolean()) {
            return new OpenTable.Cell.Flag(value.booleanValue());
        }
        if (value.isInt()) {
            return new OpenTable.Cell.Whole(value.intValue());
        }
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(each.stringValue()));
            return new OpenTable.Cell.Texts(List.copyOf(texts));
        }
        return text(value.stringValue());
    }

    private static OpenTable.Cell text(String text) {
        return new OpenTable.Cell.Text(text);
    }
}
