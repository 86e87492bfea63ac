package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The manifest of a bundle as canonical JSON, and the DID documents beside it. */
final class BundleManifestJson {

    private static final int BYTES_MAX = 1 << 20;
    private static final int PROCESSES_MAX = 10_000;
    private static final Set<String> FIELDS = Set.of(
            "format",
            "scope",
            "node",
            "origin",
            "treeSize",
            "entries",
            "lawDataVersion",
            "softwareVersion",
            "developmentMode",
            "withBodies");

    private BundleManifestJson() {}

    static byte[] bytes(BundleManifest manifest) {
        return CanonicalJson.bytes(new CanonicalJson.Builder()
                .text("format", BundleManifest.FORMAT)
                .put("scope", scope(manifest.scope()))
                .text("node", manifest.node())
                .text("origin", manifest.origin())
                .put("treeSize", new Json.Whole(manifest.treeSize()))
                .put("entries", new Json.Whole(manifest.entries()))
                .text("lawDataVersion", manifest.lawDataVersion())
                .text("softwareVersion", manifest.softwareVersion())
                .put("developmentMode", new Json.Truth(manifest.developmentMode()))
                .put("withBodies", new Json.Truth(manifest.withBodies()))
                .build());
    }

    static Json scope(BundleScope scope) {
        return switch (scope) {
            case BundleScope.Period(var from, var until) ->
                new CanonicalJson.Builder()
                        .text("kind", "PERIOD")
                        .text("from", from.toString())
                        .text("until", until.toString())
                        .build();
            case BundleScope.Exchange(List<String> processes) ->
                new CanonicalJson.Builder()
                        .text("kind", "EXCHANGE")
                        .put(
                                "processes",
                                new Json.Items(processes.stream()
                                        .<Json>map(Json.Text::new)
                                        .toList()))
                        .build();
        };
    }

    static BundleManifest read(byte[] bytes) throws MalformedException {
        if (!(CanonicalJson.readStrictly(bytes, BYTES_MAX) instanceof Json.Fields fields)
                || !fields.values().keySet().equals(FIELDS)) {
            throw new MalformedException("it does not have exactly the fields of a manifest");
        }
        if (!text(fields, "format").equals(BundleManifest.FORMAT)) {
            throw new MalformedException(
                    "its format is `" + Texts.shown(text(fields, "format")) + "`, not `" + BundleManifest.FORMAT + "`");
        }
        return new BundleManifest(
                readScope(fields),
                text(fields, "node"),
                text(fields, "origin"),
                whole(fields, "treeSize"),
                whole(fields, "entries"),
                text(fields, "lawDataVersion"),
                text(fields, "softwareVersion"),
                truth(fields, "developmentMode"),
                truth(fields, "withBodies"));
    }

    private static BundleScope readScope(Json.Fields fields) throws MalformedException {
        if (!(fields.values().get("scope") instanceof Json.Fields scope)) {
            throw new MalformedException("it has no scope");
        }
        Set<String> names = scope.values().keySet();
        try {
            if (names.equals(Set.of("kind", "from", "until"))
                    && text(scope, "kind").equals("PERIOD")) {
                return new BundleScope.Period(
                        InstantText.read(text(scope, "from")), InstantText.read(text(scope, "until")));
            }
            if (names.equals(Set.of("kind", "processes")) && text(scope, "kind").equals("EXCHANGE")) {
                return new BundleScope.Exchange(texts(scope.items("processes")));
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException("its scope is empty");
        }
        throw new MalformedException("its scope is neither a period nor an exchange");
    }

    private static List<String> texts(List<Json> items) throws MalformedException {
        List<String> texts = new ArrayList<>();
        for (Json item : items) {
            if (!(item instanceof Json.Text(String text)) || texts.size() == PROCESSES_MAX) {
                throw new MalformedException("its processes are not at most " + PROCESSES_MAX + " texts");
            }
            texts.add(text);
        }
        return texts;
    }

    static byte[] documents(List<DidDocument> documents) {
        List<Json> items = new ArrayList<>();
        documents.forEach(document -> items.add(new CanonicalJson.Builder()
                .text("did", document.did())
                .text("body", document.body())
                .build()));
        return CanonicalJson.bytes(new Json.Items(items));
    }

    static List<DidDocument> readDocuments(byte[] bytes) throws MalformedException {
        if (!(CanonicalJson.readStrictly(bytes, Receipt.BYTES_MAX) instanceof Json.Items(List<Json> items))
                || items.size() > Receipt.DID_DOCUMENTS_MAX) {
            throw new MalformedException("it is not a list of at most " + Receipt.DID_DOCUMENTS_MAX + " documents");
        }
        List<DidDocument> documents = new ArrayList<>();
        for (Json item : items) {
            if (!(item instanceof Json.Fields document)
                    || !document.values().keySet().equals(Set.of("did", "body"))) {
                throw new MalformedException("a document does not have exactly `did` and `body`");
            }
            documents.add(new DidDocument(text(document, "did"), text(document, "body")));
        }
        return documents;
    }

    private static String text(Json.Fields fields, String name) throws MalformedException {
        return fields.text(name).orElseThrow(() -> new MalformedException("`" + name + "` is not a text"));
    }

    private static long whole(Json.Fields fields, String name) throws MalformedException {
        if (fields.values().get(name) instanceof Json.Whole(long value) && value >= 0) {
            return value;
        }
        throw new MalformedException("`" + name + "` is not a whole number from 0 on");
    }

    private static boolean truth(Json.Fields fields, String name) throws MalformedException {
        if (fields.values().get(name) instanceof Json.Truth(boolean value)) {
            return value;
        }
        throw new MalformedException("`" + name + "` is neither true nor false");
    }
}
