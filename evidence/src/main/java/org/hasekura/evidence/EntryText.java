package org.hasekura.evidence;

import java.util.List;

/** What an entry says, as a clause of a sentence in English and in Japanese. */
final class EntryText {

    private EntryText() {}

    static String english(Entry entry) {
        return switch (entry) {
            case Entry.OfferPublished e ->
                "it offers the dataset `" + e.datasetId() + "` under the offer `" + e.offerId() + "`";
            case Entry.DatasetWithdrawn e -> "it no longer offers the dataset `" + e.datasetId() + "`";
            case Entry.RulingGiven e ->
                "for the dataset `" + e.datasetId() + "` and the recipient " + e.recipient() + " the law, judged for "
                        + e.judgedFor()
                        + " on law data " + e.lawDataVersion() + ", answered " + outcome(e.outcome())
                        + list("; provisions: ", e.provisions())
                        + list("; duties: ", e.duties()) + list("; conditions: ", e.conditions())
                        + list("; missing facts: ", e.missingFacts());
            case Entry.MessageSent e ->
                "it was about to send " + e.messageType() + " to " + e.peer() + " (process `" + e.pid()
                        + "`, SHA-256 of the body " + e.bodyHash() + ")";
            case Entry.MessageReceived e ->
                "it accepted " + e.messageType() + " from " + e.peer() + " (process `" + e.pid()
                        + "`, SHA-256 of the body " + e.bodyHash() + ")";
            case Entry.StateChanged e ->
                "the " + (e.processKind() == Entry.ProcessKind.NEGOTIATION ? "negotiation" : "transfer") + " `"
                        + e.pid() + "` moved"
                        + e.from().map(from -> " from " + from).orElse("") + " to " + e.to() + " by " + e.byMessage();
            case Entry.DecisionTaken e ->
                "a person in the role `" + e.role() + "` decided to "
                        + (e.decision() == Entry.Decision.PERMIT ? "permit" : "refuse")
                        + e.pid().map(pid -> " `" + pid + "`").orElse("");
            case Entry.ParticipantFactRecorded e ->
                "it recorded of the participant " + e.participant() + list(" the facts ", e.factNames()) + " (SHA-256 "
                        + e.recordHash() + ")";
            case Entry.AgreementConcluded e ->
                "the agreement `" + e.agreementId() + "` on the dataset `" + e.datasetId() + "` stands, granted by "
                        + e.assigner() + " to " + e.assignee() + " (SHA-256 " + e.agreementHash() + ")";
            case Entry.TransferStarted e ->
                "the transfer `" + e.pid() + "` with " + e.peer() + " under the agreement `" + e.agreementId()
                        + "` started";
            case Entry.TransferEnded e ->
                "the transfer `" + e.pid() + "` under the agreement `" + e.agreementId() + "` was " + end(e.end())
                        + e.reasonCode().map(code -> " (" + code + ")").orElse("") + " after " + e.byteCount()
                        + " bytes"
                        + e.contentHash()
                                .map(hash -> " with the SHA-256 " + hash)
                                .orElse("") + ", treatment: " + e.treatment();
            case Entry.RefusalsCounted e ->
                "it refused " + e.count() + " inputs of the class `" + e.refusalClass() + "` in the minute from "
                        + e.minute();
            case Entry.NodeStarted e ->
                "it started with software " + e.softwareVersion() + " and law data " + e.lawDataVersion()
                        + (e.developmentMode() ? ", in development mode" : "");
            case Entry.SettingsChanged e ->
                "its settings changed" + list(": ", e.settingNames()) + " (SHA-256 " + e.settingsHash() + ")";
            case Entry.KeyPublished e ->
                "it signs with the key `" + e.vkey() + "` (SHA-256 of its DID document " + e.didDocumentHash() + ")";
            case Entry.Unknown e ->
                "something of the kind `" + e.kind() + "`, which this software cannot explain: " + e.text();
        };
    }

    static String japanese(Entry entry) {
        return switch (entry) {
            case Entry.OfferPublished e -> "データセット「" + e.datasetId() + "」をオファー「" + e.offerId() + "」で提供する";
            case Entry.DatasetWithdrawn e -> "データセット「" + e.datasetId() + "」の提供を終了した";
            case Entry.RulingGiven e ->
                "データセット「" + e.datasetId() + "」の受領者" + e.recipient() + "への移転について、" + e.judgedFor() + "時点の法令データ"
                        + e.lawDataVersion() + "による判定は「" + outcomeJa(e.outcome()) + "」" + list("、根拠規定:", e.provisions())
                        + list("、義務:", e.duties()) + list("、条件:", e.conditions())
                        + list("、不足している事実:", e.missingFacts());
            case Entry.MessageSent e ->
                e.peer() + "へ" + e.messageType() + "を送信しようとした(プロセス「" + e.pid() + "」、本文のSHA-256 " + e.bodyHash() + ")";
            case Entry.MessageReceived e ->
                e.peer() + "から" + e.messageType() + "を受理した(プロセス「" + e.pid() + "」、本文のSHA-256 " + e.bodyHash() + ")";
            case Entry.StateChanged e ->
                (e.processKind() == Entry.ProcessKind.NEGOTIATION ? "交渉" : "転送") + "「" + e.pid() + "」が" + e.byMessage()
                        + "により" + e.from().map(from -> from + "から").orElse("") + e.to() + "へ移った";
            case Entry.DecisionTaken e ->
                "「" + e.role() + "」の役割の者が"
                        + e.pid().map(pid -> "「" + pid + "」を").orElse("")
                        + (e.decision() == Entry.Decision.PERMIT ? "許可すると決定した" : "拒否すると決定した");
            case Entry.ParticipantFactRecorded e ->
                "参加者" + e.participant() + "について事実を記録した" + list(":", e.factNames()) + "(SHA-256 " + e.recordHash() + ")";
            case Entry.AgreementConcluded e ->
                "データセット「" + e.datasetId() + "」に関する合意「" + e.agreementId() + "」が成立した(許諾者" + e.assigner() + "、被許諾者"
                        + e.assignee() + "、SHA-256 " + e.agreementHash() + ")";
            case Entry.TransferStarted e -> "合意「" + e.agreementId() + "」に基づく" + e.peer() + "との転送「" + e.pid() + "」が開始した";
            case Entry.TransferEnded e ->
                "合意「" + e.agreementId() + "」に基づく転送「" + e.pid() + "」が" + e.byteCount() + "バイトで" + endJa(e.end())
                        + e.reasonCode().map(code -> "(" + code + ")").orElse("")
                        + e.contentHash().map(hash -> "、SHA-256 " + hash).orElse("")
                        + "、処理:" + e.treatment();
            case Entry.RefusalsCounted e ->
                e.minute() + "からの1分間に、種別「" + e.refusalClass() + "」の入力を" + e.count() + "件拒否した";
            case Entry.NodeStarted e ->
                "ソフトウェア" + e.softwareVersion() + "、法令データ" + e.lawDataVersion() + "で起動した"
                        + (e.developmentMode() ? "(開発モード)" : "");
            case Entry.SettingsChanged e ->
                "設定を変更した" + list(":", e.settingNames()) + "(SHA-256 " + e.settingsHash() + ")";
            case Entry.KeyPublished e -> "鍵「" + e.vkey() + "」で署名する(DID文書のSHA-256 " + e.didDocumentHash() + ")";
            case Entry.Unknown e -> "種別「" + e.kind() + "」の記録。このソフトウェアでは説明できない:" + e.text();
        };
    }

    private static String list(String before, List<String> items) {
        return items.isEmpty() ? "" : before + String.join(", ", items);
    }

    private static String outcome(Entry.Outcome outcome) {
        return switch (outcome) {
            case PERMITTED -> "`permitted`";
            case PERMITTED_IF -> "`permitted under conditions`";
            case FORBIDDEN -> "`forbidden`";
            case UNDECIDED -> "`undecided`";
        };
    }

    private static String outcomeJa(Entry.Outcome outcome) {
        return switch (outcome) {
            case PERMITTED -> "許可";
            case PERMITTED_IF -> "条件付き許可";
            case FORBIDDEN -> "禁止";
            case UNDECIDED -> "判定不能";
        };
    }

    private static String end(Entry.End end) {
        return switch (end) {
            case COMPLETED -> "completed";
            case TERMINATED -> "terminated";
            case SUSPENDED -> "suspended";
        };
    }

    private static String endJa(Entry.End end) {
        return switch (end) {
            case COMPLETED -> "完了した";
            case TERMINATED -> "打ち切られた";
            case SUSPENDED -> "中断された";
        };
    }
}
