package org.hasekura.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.law.CaseFile;
import org.hasekura.law.CaseFileJson;
import org.hasekura.law.DrillFlow;
import org.hasekura.law.LawDataException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The flows of a running node, read from the pages of its {@code /api/rulings}: one for every agreement under which it provides, and
 * one for every transfer that runs under it.
 */
final class NodeFlowsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String PATH = "/api/rulings?limit=500";
    private static final int PAGES_MAX = 2_000;

    private final List<DrillFlow> flows = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private NodeFlowsJson() {}

    /**
     * What a node has agreed.
     *
     * @param unknown agreements of which the node cannot tell the flow, since a fact or the dataset is gone
     */
    record NodeFlows(List<DrillFlow> flows, List<String> unknown) {}

    /** All pages. */
    static NodeFlows of(ManagementClient node) throws CommandFailed {
        NodeFlowsJson reader = new NodeFlowsJson();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < PAGES_MAX; page++) {
            after = reader.page(node.get(
                    PATH + after.map(each -> "&after=" + ApiPath.encode(each)).orElse("")));
            if (after.isEmpty()) {
                return new NodeFlows(List.copyOf(reader.flows), List.copyOf(reader.unknown));
            }
        }
        throw new CommandFailed("the node has more than " + PAGES_MAX + " pages of agreements");
    }

    /** @return where the next page begins; empty on the last */
    private Optional<String> page(byte[] answer) throws CommandFailed {
        try {
            JsonNode page = MAPPER.readTree(answer);
            ObjectNode cases = MAPPER.createObjectNode();
            ArrayNode list = cases.putArray("cases");
            Map<String, JsonNode> items = new HashMap<>();
            for (JsonNode item : page.path("items")) {
                String agreement = item.path("agreement").asString();
                items.put(agreement, item);
                if (item.has("case")) {
                    list.add(item.get("case"));
                } else {
                    unknown.add(agreement);
                }
            }
            CaseFile file = CaseFileJson.read("the node's rulings", MAPPER.writeValueAsBytes(cases));
            for (CaseFile.Case each : file.cases()) {
                add(each, Optional.ofNullable(items.get(each.id())).orElseGet(MAPPER::createObjectNode));
            }
            return Optional.of(page.path("next").asString("")).filter(next -> !next.isEmpty());
        } catch (JacksonException e) {
            throw new CommandFailed("the node's answer cannot be read: " + e.getOriginalMessage());
        } catch (LawDataException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    private void add(CaseFile.Case agreement, JsonNode item) {
        Optional<String> dataset = Optional.of(item.path("dataset").asString(""));
        String peer = item.path("peer").asString("");
        flows.add(new DrillFlow(agreement.id(), dataset, peer, agreement.flow()));
        for (JsonNode transfer : item.path("transfers")) {
            flows.add(new DrillFlow(transfer.path("pid").asString(""), dataset, peer, agreement.flow()));
        }
    }
}
