package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The file form of a receipt: canonical JSON and one newline. */
final class ReceiptJson {

    private static final String CHECKSUM = "sha256";
    private static final Set<String> FIELDS =
            Set.of("format", "entry", "proof", "policy", "didDocuments", "developmentMode", "leafHash", CHECKSUM);

    private ReceiptJson() {}

    static Receipt sealed(
            String entry,
            String proof,
            String policy,
            List<DidDocument> didDocuments,
            boolean developmentMode,
            Hash leafHash) {
        Receipt open =
                new Receipt(entry, proof, policy, didDocuments, developmentMode, leafHash, MerkleTree.EMPTY_ROOT);
        return new Receipt(entry, proof, policy, didDocuments, developmentMode, leafHash, checksum(open));
    }

    static Hash checksum(Receipt receipt) {
        return Hash.sha256(CanonicalJson.bytes(body(receipt).build()));
    }

    static byte[] bytes(Receipt receipt) {
        byte[] json = CanonicalJson.bytes(
                body(receipt).text(CHECKSUM, receipt.checksum().hex()).build());
        byte[] file = Arrays.copyOf(json, json.length + 1);
        file[json.length] = '\n';
        return file;
    }

    private static CanonicalJson.Builder body(Receipt receipt) {
        List<Json> documents = new ArrayList<>();
        receipt.didDocuments()
                .forEach(document -> documents.add(new CanonicalJson.Builder()
                        .text("did", document.did())
                        .text("body", document.body())
                        .build()));
        return new CanonicalJson.Builder()
                .text("format", Receipt.FORMAT)
                .text("entry", receipt.entry())
                .text("proof", receipt.proof())
                .text("policy", receipt.policy())
                .put("didDocuments", new Json.Items(documents))
                .put("developmentMode", new Json.Truth(receipt.developmentMode()))
                .text("leafHash", receipt.leafHash().hex());
    }

    static Receipt read(byte[] bytes) throws MalformedException {
        if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
            throw new MalformedException("the file does not end in a newline");
        }
        Json json = CanonicalJson.readStrictly(Arrays.copyOf(bytes, bytes.length - 1), Receipt.BYTES_MAX);
        if (!(json instanceof Json.Fields fields)
                || !fields.values().keySet().equals(FIELDS)
                || !(fields.values().get("developmentMode") instanceof Json.Truth(boolean developmentMode))) {
            throw new MalformedException("it does not have exactly the fields of a receipt");
        }
        if (!text(fields, "format").equals(Receipt.FORMAT)) {
            throw new MalformedException(
                    "its format is `" + Texts.shown(text(fields, "format")) + "`, not `" + Receipt.FORMAT + "`");
        }
        return new Receipt(
                text(fields, "entry"),
                text(fields, "proof"),
                text(fields, "policy"),
                documents(fields),
                developmentMode,
                Hash.fromHex(text(fields, "leafHash")),
                Hash.fromHex(text(fields, CHECKSUM)));
    }

    private static List<DidDocument> documents(Json.Fields fields) throws MalformedException {
        if (!(fields.values().get("didDocuments") instanceof Json.Items(List<Json> items))
                || items.size() > Receipt.DID_DOCUMENTS_MAX) {
            throw new MalformedException("`didDocuments` is not a list of at most " + Receipt.DID_DOCUMENTS_MAX);
        }
        List<DidDocument> documents = new ArrayList<>();
        for (Json item : items) {
            if (!(item instanceof Json.Fields document)
                    || !document.values().keySet().equals(Set.of("did", "body"))) {
                throw new MalformedException("an item of `didDocuments` does not have exactly `did` and `body`");
            }
            documents.add(new DidDocument(text(document, "did"), text(document, "body")));
        }
        return documents;
    }

    private static String text(Json.Fields fields, String name) throws MalformedException {
        return fields.text(name).orElseThrow(() -> new MalformedException("`" + name + "` is not a text"));
    }
}
