package org.hasekura.evidence;

/** Where in a receipt something is wrong, in words. */
public enum ReceiptPart {
    /** The file as a whole is not a receipt. */
    FILE("the receipt file", "受領証ファイル"),
    /** The canonical text of what happened. */
    ENTRY("the entry", "記録"),
    /** Index and hashes from the entry to the root. */
    PROOF("the proof", "包含証明"),
    /** The text the log signed: origin, size, root. */
    CHECKPOINT("the checkpoint", "チェックポイント"),
    /** The signature of the log on it. */
    LOG_SIGNATURE("the log's signature on the checkpoint", "チェックポイントへのログの署名"),
    /** The signatures of witnesses on it. */
    COSIGNATURE("the cosignatures on the checkpoint", "チェックポイントへの証人の連署"),
    /** The policy in the receipt. */
    POLICY("the policy in the receipt", "受領証に含まれるポリシー"),
    /** A DID document in the receipt. */
    DID_DOCUMENT("a DID document in the receipt", "受領証に含まれるDID文書"),
    /** What only the checksum covers. */
    CHECKSUM("the receipt's checksum", "受領証のチェックサム");

    private final String english;
    private final String japanese;

    ReceiptPart(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /** The part in English, as in a sentence. */
    public String english() {
        return english;
    }

    /** The part in Japanese. */
    public String japanese() {
        return japanese;
    }
}
