package org.hasekura.exchange;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a dataset for a catalog. What the DSP schema does not know stands under the prefixes {@code dct} and
 * {@code dcat}, which its context defines. Where the content lies, its digest and the data facts are not for peers, but
 * for whether the data are personal.
 */
final class DatasetJson {

    /** The one format that this node serves: the consumer fetches over HTTP with a token. */
    static final String PULL = "HttpData-PULL";

    /** What DSP's context has no prefix for stands under its full name. Data Privacy Vocabulary 2, {@code hasData}. */
    static final String HAS_DATA = "https://w3id.org/dpv#hasData";

    static final String PERSONAL = "https://w3id.org/dpv#PersonalData";
    static final String NOT_PERSONAL = "https://w3id.org/dpv#NonPersonalData";

    private DatasetJson() {}

    static byte[] write(Dataset dataset, URI dspBase) {
        return DspJson.plain(json -> {
            json.writeStartObject();
            json.writeStringProperty("@id", dataset.id());
            json.writeStringProperty("@type", "Dataset");
            byLanguage(json, "dct:title", dataset.titles());
            byLanguage(json, "dct:description", dataset.descriptions());
            DspJson.texts(json, "dcat:keyword", dataset.keywords());
            named(
                    json,
                    "dcat:theme",
                    dataset.themes().stream().map(Theme::address).toList());
            named(
                    json,
                    "dct:spatial",
                    dataset.countries().stream().map(Place::address).toList());
            dataset.personal()
                    .ifPresent(personal -> named(json, HAS_DATA, List.of(personal ? PERSONAL : NOT_PERSONAL)));
            dataset.licence().ifPresent(licence -> json.writeStringProperty("dct:license", licence));
            ShapeJson.write(json, dataset.shape());
            json.writeName("hasPolicy");
            json.writeStartArray();
            dataset.offers().forEach(offer -> json.writeTree(OdrlJson.write(offer)));
            json.writeEndArray();
            json.writeName("distribution");
            json.writeStartArray();
            distribution(json, dataset.content(), dspBase);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** The terms of an offer, the same text for the same terms. */
    static String terms(Offer offer) {
        return OdrlJson.write(offer.terms()).toString();
    }

    /** Language-tagged texts, as JSON-LD writes them without a context of our own. */
    private static void byLanguage(JsonGenerator json, String name, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        json.writeName(name);
        json.writeStartArray();
        new TreeMap<>(texts).forEach((language, text) -> {
            json.writeStartObject();
            json.writeStringProperty("@language", language);
            json.writeStringProperty("@value", text);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    /** Things that have an address. */
    private static void named(JsonGenerator json, String name, List<String> addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        json.writeName(name);
        json.writeStartArray();
        addresses.forEach(address -> {
            json.writeStartObject();
            json.writeStringProperty("@id", address);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void distribution(JsonGenerator json, Dataset.Content content, URI dspBase) {
        json.writeStartObject();
        json.writeStringProperty("@type", "Distribution");
        json.writeStringProperty("format", PULL);
        json.writeStringProperty("dcat:mediaType", content.mediaType());
        json.writeNumberProperty("dcat:byteSize", content.bytes());
        json.writeName("accessService");
        service(json, dspBase);
        json.writeEndObject();
    }

    /** The service is named by its own address, so that its id stays the same from answer to answer. */
    static void service(JsonGenerator json, URI dspBase) {
        json.writeStartObject();
        json.writeStringProperty("@id", dspBase.toString());
        json.writeStringProperty("@type", "DataService");
        json.writeStringProperty("endpointURL", dspBase.toString());
        json.writeEndObject();
    }
}
