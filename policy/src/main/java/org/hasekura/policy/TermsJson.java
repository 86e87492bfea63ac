package org.hasekura.policy;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes rules as the schema has them: short terms, one value bare and several in an array, nothing empty. */
final class TermsJson {

    /** Beside what ODRL has for a duty: until when, as a text in each language. */
    static final String UNTIL = "urn:hasekura:until";

    private TermsJson() {}

    /** Adds the rules to the node and answers it. */
    static ObjectNode put(Terms terms, ObjectNode node) {
        ArrayNode permissions = JsonNodeFactory.instance.arrayNode();
        for (Permission permission : terms.permissions()) {
            ObjectNode rule = rule(permissions, permission.action(), permission.constraints());
            putDuties(rule, "duty", permission.duties());
        }
        putUnlessEmpty(node, "permission", permissions);
        ArrayNode prohibitions = JsonNodeFactory.instance.arrayNode();
        for (Prohibition prohibition : terms.prohibitions()) {
            ObjectNode rule = rule(prohibitions, prohibition.action(), prohibition.constraints());
            putDuties(rule, "remedy", prohibition.remedies());
        }
        putUnlessEmpty(node, "prohibition", prohibitions);
        putDuties(node, "obligation", terms.obligations());
        return node;
    }

    private static void putDuties(ObjectNode node, String name, List<Duty> duties) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Duty duty : duties) {
            ObjectNode rule = rule(array, duty.action(), duty.constraints());
            duty.until().ifPresent(until -> {
                ArrayNode texts = rule.putArray(UNTIL);
                texts.addObject().put("@language", "en").put("@value", until.english());
                texts.addObject().put("@language", "ja").put("@value", until.japanese());
            });
            putDuties(rule, "consequence", duty.consequences());
        }
        putUnlessEmpty(node, name, array);
    }

    private static ObjectNode rule(ArrayNode rules, Action action, List<Constraint> constraints) {
        ObjectNode rule = rules.addObject().put("action", action.iri());
        putUnlessEmpty(rule, "constraint", constraints(constraints));
        return rule;
    }

    private static ArrayNode constraints(List<Constraint> constraints) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Constraint constraint : constraints) {
            switch (constraint) {
                case Constraint.Atomic(String left, Operator operator, List<String> right) -> {
                    ObjectNode atomic =
                            array.addObject().put("leftOperand", left).put("operator", operator.term());
                    if (right.size() == 1) {
                        atomic.put("rightOperand", right.getFirst());
                    } else {
                        ArrayNode values = atomic.putArray("rightOperand");
                        right.forEach(values::add);
                    }
                }
                case Constraint.Logical(Constraint.Join join, List<Constraint> parts) ->
                    array.addObject().set(join.term(), constraints(parts));
            }
        }
        return array;
    }

    private static void putUnlessEmpty(ObjectNode node, String name, ArrayNode array) {
        if (!array.isEmpty()) {
            node.set(name, array);
        }
    }
}
