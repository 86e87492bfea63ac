package org.hasekura.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hasekura.policy.Reading;

/**
 * Catalogs, datasets and the request for them as JSON. DSP 2025-1 #catalog-https, its JSON schemas; DCAT 3.
 *
 * <p>A page is put together from the ready bytes of its datasets, which {@link Catalog} keeps by version: it costs little
 * more than copying them.
 */
public final class CatalogJson {

    private static final String REQUEST = "CatalogRequestMessage";
    private static final byte[] COMMA = {','};
    private static final byte[] DATASETS = ",\"dataset\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = DspJson.plain(json -> {
        json.writeStartObject();
        DspJson.context(json);
        json.writeEndObject();
    });

    private CatalogJson() {}

    /** Which part of the catalog is asked for. */
    public record CatalogRequest(CatalogFilter filter) {}

    /**
     * The request for a catalog. The {@code @context} may be missing where {@code @type} is a full IRI, which says the
     * same: the DCP kit asks so.
     */
    public static Reading<CatalogRequest> readRequest(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, fields -> {
            fields.requireType(REQUEST);
            if (fields.has("@context") || !fields.text("@type").startsWith(DspJson.NAMESPACE)) {
                DspJson.requireContext(fields);
            }
            return new CatalogRequest(
                    CatalogFilterJson.filter(fields, fields.has("filter") ? "filter" : DspJson.NAMESPACE + "filter"));
        });
    }

    /** The request for the whole catalog. */
    public static String writeRequest() {
        return DspJson.text(REQUEST, _ -> {});
    }

    /** A catalog without datasets: what every page begins with. */
    static byte[] writeHead(String catalogId, String participantId, URI dspBase) {
        return DspJson.bytes("Catalog", json -> {
            json.writeStringProperty("@id", catalogId);
            json.writeStringProperty("participantId", participantId);
            json.writeName("service");
            json.writeStartArray();
            DatasetJson.service(json, dspBase);
            json.writeEndArray();
        });
    }

    /** A page of the catalog. Where there are no datasets the key is left out, as the schema demands. */
    static byte[] write(byte[] head, List<byte[]> datasets) {
        if (datasets.isEmpty()) {
            return head;
        }
        List<byte[]> parts = new ArrayList<>(2 * datasets.size() + 2);
        parts.add(withoutLast(head));
        parts.add(DATASETS);
        for (byte[] dataset : datasets) {
            if (parts.size() > 2) {
                parts.add(COMMA);
            }
            parts.add(dataset);
        }
        parts.add(END);
        return joined(parts);
    }

    /** One dataset, as it stands on a page, as the answer to a request for it. */
    static byte[] write(byte[] dataset) {
        byte[] members = Arrays.copyOfRange(dataset, 1, dataset.length);
        return joined(List.of(withoutLast(CONTEXT), COMMA, members));
    }

    /** A page of a peer's catalog. What cannot be read on it is named in {@link CatalogView#unread}; the rest stands. */
    public static Reading<CatalogView> readCatalog(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, CatalogViewJson::catalog);
    }

    /** One dataset of a peer. Its offers that cannot be read are named in {@link DatasetView#unread}. */
    public static Reading<DatasetView> readDataset(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, CatalogViewJson::dataset);
    }

    private static byte[] withoutLast(byte[] object) {
        return Arrays.copyOf(object, object.length - 1);
    }

    private static byte[] joined(List<byte[]> parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }
}
