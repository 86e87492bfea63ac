package org.hasekura.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Catalogs, datasets and the request for them as JSON. DSP 2025-1 #catalog-https, its JSON schemas; DCAT 3.
 *
 * <p>A page is put together from the ready bytes of its datasets, which {@link DatasetBytes} keeps by version: it costs
 * little more than copying them.
 */
public final class CatalogJson {

    private static final String REQUEST = "CatalogRequestMessage";
    private static final byte[] COMMA = {','};

    private CatalogJson() {}

    /** Whether a catalog request asks for a part of the catalog only. A provider that does not filter answers 400. */
    public record CatalogRequest(boolean filtered) {}

    /**
     * The request for a catalog. The {@code @context} may be missing where {@code @type} is a full IRI, which says the
     * same: the DCP kit asks so.
     */
    public static Read<CatalogRequest> readRequest(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, fields -> {
            fields.requireType(REQUEST);
            if (fields.has("@context") || !fields.text("@type").startsWith(DspJson.NAMESPACE)) {
                DspJson.requireContext(fields);
            }
            return new CatalogRequest(filters(fields, "filter") || filters(fields, DspJson.NAMESPACE + "filter"));
        });
    }

    private static boolean filters(Fields fields, String name) {
        return fields.field(name)
                .filter(filter -> !(filter.isArray() && filter.isEmpty()))
                .isPresent();
    }

    /** The request for the whole catalog. */
    public static String writeRequest() {
        return DspJson.text(REQUEST, _ -> {});
    }

    /** A page of the catalog. Where there are none the key is left out, as the schema demands. */
    public static byte[] write(String catalogId, String participantId, List<Dataset> page, DatasetBytes datasets) {
        byte[] head = DspJson.bytes("Catalog", json -> {
            json.writeStringProperty("@id", catalogId);
            json.writeStringProperty("participantId", participantId);
            json.writeName("service");
            json.writeStartArray();
            DatasetJson.service(json, datasets.dspBase());
            json.writeEndArray();
        });
        if (page.isEmpty()) {
            return head;
        }
        List<byte[]> parts = new ArrayList<>(2 * page.size() + 2);
        parts.add(withoutLast(head));
        parts.add(",\"dataset\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < page.size(); i++) {
            if (i > 0) {
                parts.add(COMMA);
            }
            parts.add(datasets.of(page.get(i)));
        }
        parts.add("]}".getBytes(StandardCharsets.UTF_8));
        return joined(parts);
    }

    /** One dataset as the answer to a request for it. */
    public static byte[] write(Dataset dataset, DatasetBytes datasets) {
        byte[] context = DspJson.plain(json -> {
            json.writeStartObject();
            DspJson.context(json);
            json.writeEndObject();
        });
        byte[] bare = datasets.of(dataset);
        byte[] members = new byte[bare.length - 1];
        System.arraycopy(bare, 1, members, 0, members.length);
        return joined(List.of(withoutLast(context), COMMA, members));
    }

    /** A page of a peer's catalog. What cannot be read on it is named in {@link CatalogView#unread}; the rest stands. */
    public static Read<CatalogView> readCatalog(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, CatalogViewJson::catalog);
    }

    /** One dataset of a peer. Its offers that cannot be read are named in {@link DatasetView#unread}. */
    public static Read<DatasetView> readDataset(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, CatalogViewJson::dataset);
    }

    private static byte[] withoutLast(byte[] object) {
        byte[] open = new byte[object.length - 1];
        System.arraycopy(object, 0, open, 0, open.length);
        return open;
    }

    private static byte[] joined(List<byte[]> parts) {
        byte[] all = new byte[parts.stream().mapToInt(each -> each.length).sum()];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }
}
