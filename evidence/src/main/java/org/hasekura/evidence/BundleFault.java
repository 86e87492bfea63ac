package org.hasekura.evidence;

/** Why a bundle proves nothing, by the first thing found wrong with it. */
public enum BundleFault {
    FILE("the file is damaged or is no bundle", "ファイルが破損しているか、証拠束ではありません"),
    MANIFEST("what the bundle says it is does not hold", "証拠束の目録が正しくありません"),
    POLICY("the key policy in it cannot be read", "証拠束に含まれる鍵ポリシーを読み取れません"),
    CHECKPOINT("the checkpoint cannot be read", "チェックポイントを読み取れません"),
    ORIGIN("the checkpoint is of another log", "チェックポイントは別のログのものです"),
    OTHER_KEY("the checkpoint is signed with another key than the log's", "チェックポイントは、そのログの鍵ではない別の鍵で署名されています"),
    LOG_SIGNATURE("the log's signature does not fit the checkpoint", "ログの署名がチェックポイントに適合しません"),
    WITNESS_MISSING(
            "a witness that the policy asks for has not cosigned the checkpoint", "ポリシーが求める証人の連署がチェックポイントにありません"),
    COSIGNATURE(
            "a cosignature is forged: it does not fit the checkpoint and its time", "連署が偽造されています。チェックポイントとその時刻に適合しません"),
    OLD_CHECKPOINT("an old checkpoint is shown in place of a newer one", "新しいチェックポイントの代わりに、古いものが示されています"),
    TRUNCATED("the log was cut: it is shorter than it was before", "ログが切り詰められています。以前より短くなっています"),
    FORKED(
            "the log shows two readers different histories: two trees of the same size",
            "ログが読み手ごとに異なる履歴を示しています。同じ大きさで異なる木があります"),
    REWRITTEN(
            "the log's history was rewritten: it does not continue the earlier checkpoint",
            "ログの履歴が書き換えられています。以前のチェックポイントの続きになっていません"),
    CONSISTENCY_PROOF(
            "the proof between two checkpoints is not one for their sizes", "二つのチェックポイントの間の証明が、その大きさのものではありません"),
    NO_CONSISTENCY_PROOF(
            "the bundle does not show that the log continues the checkpoint you know",
            "証拠束には、お手元のチェックポイントからの連続性の証明が含まれていません"),
    ENTRY_ALTERED("an entry was changed", "記録が改変されています"),
    ENTRY_MISSING("an entry was left out", "記録が抜き取られています"),
    ENTRY_ADDED("an entry was put in that is not in the log", "ログにない記録が挿入されています"),
    ENTRIES_REORDERED("entries were put in another order", "記録の順序が入れ替えられています"),
    ENTRY_MALFORMED("an entry is not in the one form that entries have", "記録が定められた形式ではありません"),
    PROOF(
            "the entries, at the indexes named, do not lead to the root that the log signed",
            "示された番号の記録から、ログが署名した根に到達しません"),
    INCOMPLETE("entries of the period may be left out: its edge is not shown", "期間内の記録が抜けている可能性があります。期間の端が示されていません"),
    SCOPE("an entry is about something else than the bundle", "証拠束の対象外の記録が含まれています"),
    BODY("a body is not the one that the evidence names", "本文が、証拠の示すものと一致しません"),
    DID_DOCUMENT("a DID document contradicts the keys that signed", "DID文書が、署名した鍵と矛盾しています"),
    TIMESTAMP("a timestamp is not one of this checkpoint by this authority", "タイムスタンプが、この機関によるこのチェックポイントのものではありません");

    private final String english;
    private final String japanese;

    BundleFault(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /** As in a sentence, in English. */
    public String english() {
        return english;
    }

    /** The same in Japanese. */
    public String japanese() {
        return japanese;
    }
}
