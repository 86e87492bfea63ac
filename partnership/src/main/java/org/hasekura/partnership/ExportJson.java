package org.hasekura.partnership;

import static org.hasekura.partnership.CommitmentJson.object;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole register as open data: as JSON, and described in JSON-LD after DCAT 3 (W3C). */
public final class ExportJson {

    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
    private static final String URN = "urn:hasekura:partnership:";

    private ExportJson() {}

    /** Of the data a register holds: what it began from, and all that was changed since. */
    public static String version(Compilation compilation, Register register) {
        return compilation.version() + "+" + register.events().digest().substring(0, 12);
    }

    public static String write(Compilation compilation, Register register) {
        ObjectNode json = head(compilation, register);
        ObjectNode sources = json.putObject("sources");
        register.sources().values().stream()
                .sorted(java.util.Comparator.comparing(Source::id))
                .forEach(each -> sources.set(each.id(), CommitmentJson.write(each)));
        ArrayNode instruments = json.putArray("instruments");
        register.instruments().values().forEach(each -> instruments.add(CommitmentJson.write(each)));
        ArrayNode commitments = json.putArray("commitments");
        register.all().forEach(each -> commitments.add(RegisterJson.whole(each, register)));
        ArrayNode meetings = json.putArray("meetings");
        register.meetings().forEach(each -> meetings.add(MeetingJson.write(each)));
        return RegisterJson.pretty(json);
    }

    private static ObjectNode head(Compilation compilation, Register register) {
        ObjectNode json = object().put("title", compilation.title().en());
        return json.put("titleJa", compilation.title().ja())
                .put("version", version(compilation, register))
                .put("licence", compilation.licence())
                .put("compiler", compilation.compiler())
                .put("compiled", compilation.compiled().toString())
                .put("caution", compilation.caution().en())
                .put("cautionJa", compilation.caution().ja());
    }

    /**
     * What the data set is, for catalogs.
     *
     * @param base where the files stand, ending with a slash; may be empty for addresses beside this one
     */
    public static String dcat(Compilation compilation, Register register, String base) {
        ObjectNode json = object();
        json.putObject("@context")
                .put("dcat", "http://www.w3.org/ns/dcat#")
                .put("dct", "http://purl.org/dc/terms/")
                .put("foaf", "http://xmlns.com/foaf/0.1/")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#");
        json.put("@id", URN + "register").put("@type", "dcat:Dataset");
        both(json.putArray("dct:title"), compilation.title());
        both(json.putArray("dct:description"), compilation.caution());
        json.putObject("dct:license").put("@id", LICENCE);
        json.put("dcat:version", version(compilation, register));
        json.putObject("dct:issued")
                .put("@type", "xsd:date")
                .put("@value", compilation.compiled().toString());
        json.putObject("dct:publisher").put("@type", "foaf:Agent").put("foaf:name", compilation.compiler());
        ArrayNode distributions = json.putArray("dcat:distribution");
        distribution(distributions, base + "register.json", "application/json");
        distribution(distributions, base + "register.csv", "text/csv");
        distribution(distributions, base + "events.jsonl", "application/jsonl");
        ArrayNode parts = json.putArray("dct:hasPart");
        register.all().forEach(each -> part(parts, each));
        return RegisterJson.pretty(json);
    }

    private static void distribution(ArrayNode list, String address, String mediaType) {
        ObjectNode json = list.addObject().put("@type", "dcat:Distribution");
        json.putObject("dcat:downloadURL").put("@id", address);
        json.putObject("dcat:mediaType").put("@id", "https://www.iana.org/assignments/media-types/" + mediaType);
        json.putObject("dct:license").put("@id", LICENCE);
    }

    private static void part(ArrayNode list, Entry entry) {
        Commitment it = entry.commitment();
        ObjectNode json = list.addObject()
                .put("@id", URN + "commitment:" + it.id())
                .put("@type", "dcat:Resource")
                .put("dct:identifier", it.id());
        both(json.putArray("dct:title"), it.text());
        json.putObject("dct:isPartOf").put("@id", URN + "instrument:" + it.instrument());
        json.put("dct:subject", it.area());
        ArrayNode links = json.putArray("dct:relation");
        entry.links()
                .forEach(each -> links.addObject()
                        .put("@id", URN + "commitment:" + each.what().to()));
    }

    /** Japanese only where there is some. */
    private static void both(ArrayNode list, Phrase text) {
        list.addObject().put("@value", text.en()).put("@language", "en");
        if (!text.ja().equals(text.en())) {
            list.addObject().put("@value", text.ja()).put("@language", "ja");
        }
    }
}
