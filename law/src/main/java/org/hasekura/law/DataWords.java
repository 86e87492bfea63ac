package org.hasekura.law;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Facts about data in single words, such as {@code personal}, {@code special:health} or {@code technology:EU-ANNEX-I/3E001}. */
final class DataWords {
    private static final Map<String, Consumer<FlowData.Builder>> FLAGS = Map.ofEntries(
            Map.entry("personal", data -> data.personal(true)),
            Map.entry("criminal", data -> data.criminal(true)),
            Map.entry("pseudonymised", data -> data.pseudonymised(true)),
            Map.entry("anonymised", data -> data.anonymised(true)),
            Map.entry("non-personal", data -> data.nonPersonal(true).originRegime("none")),
            Map.entry("industrial", data -> data.industrial(true)),
            Map.entry("children", data -> data.children(true)),
            Map.entry("government-id", data -> data.governmentId(true)),
            Map.entry("hr", data -> data.hr(true)),
            Map.entry("credit-information", data -> data.creditInformation(true)),
            Map.entry("passenger-name-record", data -> data.passengerNameRecord(true)),
            Map.entry("manual", data -> data.automated(false)),
            Map.entry("method-deleted", data -> data.methodInfoDeleted(true)));

    /** A word with a value: the field of the vocabulary, and where the value goes. */
    private record Valued(String field, BiConsumer<FlowData.Builder, String> set) {}

    private static final Map<String, Valued> VALUED = Map.of(
            "origin", new Valued("originRegime", FlowData.Builder::originRegime),
            "class", new Valued("appiClass", FlowData.Builder::appiClass),
            "mixed", new Valued("mixed", FlowData.Builder::mixed),
            "national-id", new Valued("nationalId", FlowData.Builder::nationalId),
            "protected", new Valued("protected", FlowData.Builder::protectedAs),
            "classification", new Valued("classification", FlowData.Builder::classification),
            "system", new Valued("system", FlowData.Builder::system));

    private static final String SPECIAL = "special";
    private static final String TECHNOLOGY = "technology";

    private final LawData law;
    private final List<String> refusals;
    private final FlowData.Builder data = FlowData.builder();
    private final Set<String> special = new HashSet<>();

    DataWords(LawData law, List<String> refusals) {
        this.law = law;
        this.refusals = refusals;
    }

    FlowData read(List<String> words) {
        words.forEach(this::word);
        return data.special(special).build();
    }

    /** The same data, with this origin. */
    FlowData from(String regime) {
        return data.originRegime(regime).build();
    }

    private void word(String word) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        String value = colon < 0 ? "" : word.substring(colon + 1);
        Consumer<FlowData.Builder> flag = FLAGS.get(name);
        Valued valued = VALUED.get(name);
        if (flag != null && colon < 0) {
            flag.accept(data);
        } else if (valued != null) {
            valued.set().accept(data, check(name, valued.field(), value));
        } else if (name.equals(SPECIAL)) {
            special.add(check("special category", "special", value));
        } else if (name.equals(TECHNOLOGY)) {
            technology(value);
        } else {
            refusals.add(FlowReading.refusal("word about data", word, names()));
        }
    }

    private void technology(String value) {
        String[] parts = value.split("/", 3);
        boolean excluded = parts.length == 3 && parts[2].equals("annex-ii-excluded");
        if (parts.length == 3 && !excluded) {
            refusals.add("`" + FieldsJson.shown(value) + "`: after the entry only `annex-ii-excluded` may stand");
        }
        data.controlledTech(new ControlledTech(
                check("list", "controlledTech.list", parts[0]),
                parts.length > 1 ? java.util.Optional.of(parts[1]) : java.util.Optional.empty(),
                excluded));
    }

    private String check(String what, String field, String code) {
        Set<String> known = law.codes().getOrDefault(field, Set.of());
        if (!known.contains(code)) {
            refusals.add(FlowReading.refusal(what, code, known));
        }
        return code;
    }

    private static List<String> names() {
        return FlowReading.join(
                FLAGS.keySet().stream(), FlowReading.join(VALUED.keySet().stream(), List.of(SPECIAL, TECHNOLOGY)));
    }
}
