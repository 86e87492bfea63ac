package org.hasekura.node;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Judged;
import org.hasekura.exchange.Transfer;
import org.hasekura.law.CaseReportJson;
import org.hasekura.law.FlowWriteJson;
import org.hasekura.policy.Assessment;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the law says to the agreements of this node: each flow as a case file has it, each ruling as {@code law decide} prints it. */
final class RulingsJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RulingsJson() {}

    /**
     * One agreement under which this node provides.
     *
     * @param today absent when its dataset is gone
     * @param transfers those under it that have not ended
     */
    record Item(Concluded agreement, Optional<Assessment> today, List<Transfer> transfers) {}

    static String law(String version, Optional<String> folder) {
        ObjectNode node = MAPPER.createObjectNode().put("lawData", version);
        folder.ifPresent(each -> node.put("folder", each));
        return node.toString();
    }

    /** @param next what {@code after} of the next page is; absent on the last */
    static String page(List<Item> items, Optional<String> next, Locale language) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode array = node.putArray("items");
        items.forEach(item -> array.add(write(item, language)));
        next.ifPresent(cursor -> node.put("next", cursor));
        return node.toString();
    }

    private static ObjectNode write(Item item, Locale language) {
        Concluded agreement = item.agreement();
        String id = agreement.agreement().id();
        ObjectNode node = MAPPER.createObjectNode()
                .put("agreement", id)
                .put("peer", agreement.peer())
                .put("dataset", agreement.agreement().target());
        item.today().ifPresent(assessment -> {
            assessment.flow().ifPresent(flow -> node.set("case", FlowWriteJson.writeCase(id, assessment.day(), flow)));
            node.set("ruling", MAPPER.readTree(CaseReportJson.line(id, assessment.ruling(), language)));
        });
        ArrayNode transfers = node.putArray("transfers");
        for (Transfer transfer : item.transfers()) {
            ObjectNode each = transfers
                    .addObject()
                    .put("pid", transfer.pid())
                    .put("state", transfer.effective().name());
            transfer.judged().ifPresent(judged -> each.set("judged", write(judged)));
        }
        return node;
    }

    /** The last ruling on a transfer. */
    static ObjectNode write(Judged judged) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("lawData", judged.lawData())
                .put("day", judged.day().toString())
                .put("outcome", judged.outcome());
        ArrayNode basis = node.putArray("basis");
        judged.basis().forEach(basis::add);
        if (!judged.permitted().isEmpty()) {
            ArrayNode permitted = node.putArray("permittedByPerson");
            judged.permitted().forEach(permitted::add);
        }
        return node;
    }
}
