package org.hasekura.node;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.evidence.ReceiptPart;
import org.hasekura.evidence.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of checking a receipt, for programs. */
final class VerdictJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private VerdictJson() {}

    static String write(Verdict verdict, List<String> sentences) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("proven", verdict instanceof Verdict.Proven);
        switch (verdict) {
            case Verdict.NotProven(ReceiptPart part, String reason) ->
                object.put("part", part.name()).put("reason", reason);
            case Verdict.Proven proven -> put(object, proven);
        }
        ArrayNode words = object.putArray("words");
        sentences.forEach(words::add);
        return MAPPER.writeValueAsString(object);
    }

    /** What is wrong first with a whole folder; nothing if all agrees. */
    static String folder(Optional<String> fault) {
        ObjectNode object = MAPPER.createObjectNode().put("whole", fault.isEmpty());
        fault.ifPresent(words -> object.put("fault", words));
        return MAPPER.writeValueAsString(object);
    }

    private static void put(ObjectNode object, Verdict.Proven proven) {
        object.put("log", proven.origin());
        object.put("index", proven.index());
        object.put("treeSize", proven.treeSize());
        object.put("node", proven.entry().node());
        object.put("leafHash", proven.entry().leafHash().hex());
        object.put("trust", lower(proven.trust()));
        object.put("developmentMode", proven.developmentMode());
        ArrayNode signers = object.putArray("signers");
        for (Verdict.Signer each : proven.signers()) {
            ObjectNode signer = signers.addObject();
            signer.put("name", each.key().name());
            signer.put("role", lower(each.role()));
            each.at().ifPresent(at -> signer.put("at", at.toString()));
            each.did().ifPresent(did -> signer.put("did", did));
        }
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
