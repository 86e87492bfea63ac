package org.hasekura.evidence;

import java.util.List;
import java.util.Optional;

/** What an entry says, as a clause of a sentence in English and in Japanese. */
public final class EntryText {

    private EntryText() {}

    public static String english(Entry entry) {
        return switch (entry) {
            case Entry.OfferPublished e ->
                "it offers the dataset `" + e.datasetId() + "` under the offer `" + e.offerId() + "`";
            case Entry.DatasetWithdrawn e -> "it no longer offers the dataset `" + e.datasetId() + "`";
            case Entry.DatasetShown e ->
                "it shows the dataset `" + e.datasetId() + "` to "
                        + e.audienceHash()
                                .map(hash -> "some participants alone (SHA-256 of the list " + hash + ")")
                                .orElse("every participant");
            case Entry.RulingGiven e ->
                "for the dataset `" + e.datasetId() + "` and the recipient " + e.recipient() + " the law, judged for "
                        + e.judgedFor()
                        + " on law data " + e.lawDataVersion()
                        + e.softwareVersion()
                                .map(software -> " with software " + software)
                                .orElse("") + ", answered " + outcome(e.outcome())
                        + list("; provisions: ", e.provisions())
                        + list("; duties: ", e.duties()) + list("; conditions: ", e.conditions())
                        + list("; missing facts: ", e.missingFacts());
            case Entry.MessageSent e ->
                "it was about to send " + CodeText.message(e.messageType()) + " to " + e.peer() + " (process `"
                        + e.pid() + "`, SHA-256 of the body " + e.bodyHash() + ")";
            case Entry.MessageReceived e ->
                "it accepted " + CodeText.message(e.messageType()) + " from " + e.peer() + " (process `" + e.pid()
                        + "`, SHA-256 of the body " + e.bodyHash() + ")";
            case Entry.StateChanged e ->
                "the " + (e.processKind() == Entry.ProcessKind.NEGOTIATION ? "negotiation" : "transfer") + " `"
                        + e.pid() + "` moved"
                        + e.from().map(from -> " from " + CodeText.state(from)).orElse("") + " to "
                        + CodeText.state(e.to()) + " by " + CodeText.mover(e.byMessage());
            case Entry.DecisionTaken e ->
                "a person in the role of " + CodeText.role(e.role()) + " decided to "
                        + (e.decision() == Entry.Decision.PERMIT ? "permit" : "refuse")
                        + e.pid().map(pid -> " `" + pid + "`").orElse("");
            case Entry.AgreementEnded e ->
                "a person in the role of " + CodeText.role(e.role()) + " ended the agreement `" + e.agreementId()
                        + "` (SHA-256 of the reason " + e.reasonHash() + ")";
            case Entry.RuleApplied e ->
                "the rule `" + e.rule() + "` of the dataset `" + e.datasetId() + "` decided on the negotiation `"
                        + e.pid() + "`: " + answered(e.answered()) + " (SHA-256 of the rules " + e.rulesHash() + ")";
            case Entry.LimitGiven e ->
                "it limits connections by " + limitedBy(e.limitedBy()) + " `" + e.target() + "` from " + e.from()
                        + e.until().map(end -> " until " + end).orElse("") + " (limit `" + e.limitId()
                        + "`, given in the role of " + CodeText.role(e.role()) + "); transfers that run are to "
                        + (e.effect() == Entry.LimitEffect.SUSPEND ? "pause" : "end");
            case Entry.LimitLifted e ->
                "a person in the role of " + CodeText.role(e.role()) + " lifted the limit `" + e.limitId() + "`";
            case Entry.QuestionAsked e ->
                "a person in the role of " + CodeText.role(e.role()) + " asked the question `" + e.questionId()
                        + "`, to be answered by " + e.dueBy() + " (SHA-256 " + e.questionHash() + ")";
            case Entry.QuestionAnswered e ->
                "a person in the role of " + CodeText.role(e.role()) + " answered the question `" + e.questionId()
                        + "` (SHA-256 "
                        + e.answerHash()
                        + e.documentHash()
                                .map(hash -> ", of the document " + hash)
                                .orElse("") + ")";
            case Entry.RefusedUnderLimit e ->
                "it refused " + e.count() + " times what " + e.participant() + " would open, under the limit `"
                        + e.limitId() + "`";
            case Entry.ParticipantFactRecorded e ->
                "it recorded of the participant " + e.participant()
                        + list(
                                " the facts ",
                                e.factNames().stream().map(CodeText::fact).toList()) + " (SHA-256 "
                        + e.recordHash() + ")";
            case Entry.AgreementConcluded e ->
                "the agreement `" + e.agreementId() + "` on the dataset `" + e.datasetId() + "` stands, granted by "
                        + e.assigner() + " to " + e.assignee() + " (SHA-256 " + e.agreementHash() + ")";
            case Entry.TransferStarted e ->
                "the transfer `" + e.pid() + "` with " + e.peer() + " under the agreement `" + e.agreementId()
                        + "` started";
            case Entry.TransferSuspended e ->
                "the transfer `" + e.pid() + "` under the agreement `" + e.agreementId() + "` was suspended"
                        + e.byteCount()
                                .map(bytes -> " after " + bytes + " bytes")
                                .orElse("")
                        + because(e.reasonCode());
            case Entry.TransferEnded e ->
                "the transfer `" + e.pid() + "` under the agreement `" + e.agreementId() + "` was " + end(e.end())
                        + " after " + e.byteCount() + " bytes"
                        + e.contentHash()
                                .map(hash -> " with the SHA-256 " + hash)
                                .orElse("") + because(e.reasonCode()) + ", treatment: " + e.treatment();
            case Entry.DutyDue e ->
                "the duty `" + e.duty() + "` of the agreement `" + e.agreementId() + "` is due from " + e.bearer()
                        + e.dueBy().map(day -> " by " + day).orElse("");
            case Entry.DutyFulfilled e ->
                "a person in the role of " + CodeText.role(e.role()) + " stated that the duty `" + e.duty()
                        + "` of the agreement `" + e.agreementId() + "` is fulfilled (SHA-256 of the statement "
                        + e.statementHash() + ")";
            case Entry.LawDataLoaded e ->
                "it judges by law data " + e.lawDataVersion() + " from now on, read by software " + e.softwareVersion()
                        + ", no longer by " + e.previousVersion();
            case Entry.EvidenceAccessed e ->
                "it showed evidence to `" + e.reader() + "`: " + shown(e.shown()) + " of " + e.scope() + ", from "
                        + e.treeSize() + " entries";
            case Entry.AccessGiven e ->
                "it gave `" + e.name() + "` access `" + e.accessId() + "` to the evidence until " + e.expires()
                        + ", by a person in the role of " + CodeText.role(e.role());
            case Entry.AccessRevoked e ->
                "it ended the access `" + e.accessId() + "`, by a person in the role of " + CodeText.role(e.role());
            case Entry.BodiesErased e ->
                "it erased " + e.bodyHashes().size() + " bodies, on the ground: " + ground(e.ground());
            case Entry.TimestampingChanged e ->
                "of its timestamps: " + timestamping(e.state())
                        + e.lastTimestamp()
                                .map(last -> " (the last is of " + last + ")")
                                .orElse(" (there is none)");
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

    public static String japanese(Entry entry) {
        return switch (entry) {
            case Entry.OfferPublished e -> "データセット「" + e.datasetId() + "」をオファー「" + e.offerId() + "」で提供する";
            case Entry.DatasetWithdrawn e -> "データセット「" + e.datasetId() + "」の提供を終了した";
            case Entry.DatasetShown e ->
                "データセット「" + e.datasetId() + "」を"
                        + e.audienceHash()
                                .map(hash -> "一部の参加者のみ(一覧のSHA-256 " + hash + ")")
                                .orElse("すべての参加者") + "に公開することとした";
            case Entry.RulingGiven e ->
                "データセット「" + e.datasetId() + "」の受領者" + e.recipient() + "への移転について、" + e.judgedFor() + "時点の法令データ"
                        + e.lawDataVersion()
                        + e.softwareVersion()
                                .map(software -> "(ソフトウェア" + software + ")")
                                .orElse("") + "による判定は「" + outcomeJa(e.outcome()) + "」" + list("、根拠規定:", e.provisions())
                        + list("、義務:", e.duties()) + list("、条件:", e.conditions())
                        + list("、不足している事実:", e.missingFacts());
            case Entry.MessageSent e ->
                e.peer() + "へ" + CodeText.messageJa(e.messageType()) + "を送信しようとした(プロセス「" + e.pid() + "」、本文のSHA-256 "
                        + e.bodyHash() + ")";
            case Entry.MessageReceived e ->
                e.peer() + "から" + CodeText.messageJa(e.messageType()) + "を受理した(プロセス「" + e.pid() + "」、本文のSHA-256 "
                        + e.bodyHash() + ")";
            case Entry.StateChanged e ->
                (e.processKind() == Entry.ProcessKind.NEGOTIATION ? "交渉" : "転送") + "「" + e.pid() + "」が"
                        + CodeText.moverJa(e.byMessage()) + "により"
                        + e.from().map(from -> CodeText.stateJa(from) + "から").orElse("") + CodeText.stateJa(e.to())
                        + "へ移った";
            case Entry.DecisionTaken e ->
                "「" + CodeText.roleJa(e.role()) + "」の役割の者が"
                        + e.pid().map(pid -> "「" + pid + "」を").orElse("")
                        + (e.decision() == Entry.Decision.PERMIT ? "許可すると決定した" : "拒否すると決定した");
            case Entry.AgreementEnded e ->
                "「" + CodeText.roleJa(e.role()) + "」の役割の者が合意「" + e.agreementId() + "」を終了させた(理由のSHA-256 "
                        + e.reasonHash() + ")";
            case Entry.RuleApplied e ->
                "データセット「" + e.datasetId() + "」の規則「" + e.rule() + "」により、交渉「" + e.pid() + "」は" + answeredJa(e.answered())
                        + "(規則のSHA-256 " + e.rulesHash() + ")";
            case Entry.LimitGiven e ->
                limitedByJa(e.limitedBy()) + "「" + e.target() + "」との接続を" + e.from() + "から"
                        + e.until().map(end -> end + "まで").orElse("") + "制限する(制限「" + e.limitId() + "」、役割「"
                        + CodeText.roleJa(e.role()) + "」)。実行中の転送は"
                        + (e.effect() == Entry.LimitEffect.SUSPEND ? "停止" : "終了");
            case Entry.LimitLifted e -> "「" + CodeText.roleJa(e.role()) + "」の役割の者が制限「" + e.limitId() + "」を解除した";
            case Entry.QuestionAsked e ->
                "「" + CodeText.roleJa(e.role()) + "」の役割の者が質問「" + e.questionId() + "」をした。回答期限" + e.dueBy() + "(SHA-256 "
                        + e.questionHash() + ")";
            case Entry.QuestionAnswered e ->
                "「" + CodeText.roleJa(e.role()) + "」の役割の者が質問「" + e.questionId() + "」に回答した(SHA-256 " + e.answerHash()
                        + e.documentHash().map(hash -> "、文書" + hash).orElse("") + ")";
            case Entry.RefusedUnderLimit e ->
                "制限「" + e.limitId() + "」により" + e.participant() + "が始めようとしたことを" + e.count() + "回拒否した";
            case Entry.ParticipantFactRecorded e ->
                "参加者" + e.participant() + "について事実を記録した"
                        + list(":", e.factNames().stream().map(CodeText::factJa).toList()) + "(SHA-256 "
                        + e.recordHash() + ")";
            case Entry.AgreementConcluded e ->
                "データセット「" + e.datasetId() + "」に関する合意「" + e.agreementId() + "」が成立した(許諾者" + e.assigner() + "、被許諾者"
                        + e.assignee() + "、SHA-256 " + e.agreementHash() + ")";
            case Entry.TransferStarted e -> "合意「" + e.agreementId() + "」に基づく" + e.peer() + "との転送「" + e.pid() + "」が開始した";
            case Entry.TransferSuspended e ->
                "合意「" + e.agreementId() + "」に基づく転送「" + e.pid() + "」が"
                        + e.byteCount().map(bytes -> bytes + "バイトで").orElse("") + "停止された"
                        + becauseJa(e.reasonCode());
            case Entry.TransferEnded e ->
                "合意「" + e.agreementId() + "」に基づく転送「" + e.pid() + "」が" + e.byteCount() + "バイトで" + endJa(e.end())
                        + becauseJa(e.reasonCode())
                        + e.contentHash().map(hash -> "、SHA-256 " + hash).orElse("")
                        + "、処理:" + (e.treatment().equals("none") ? "なし" : e.treatment());
            case Entry.DutyDue e ->
                "合意「" + e.agreementId() + "」の義務「" + e.duty() + "」の履行期が到来した(義務者" + e.bearer()
                        + e.dueBy().map(day -> "、期限" + day).orElse("") + ")";
            case Entry.DutyFulfilled e ->
                "「" + CodeText.roleJa(e.role()) + "」の役割の者が、合意「" + e.agreementId() + "」の義務「" + e.duty()
                        + "」を履行したと申告した(申告のSHA-256 " + e.statementHash() + ")";
            case Entry.LawDataLoaded e ->
                "以後、法令データ" + e.previousVersion() + "に代えて" + e.lawDataVersion() + "で判定する(ソフトウェア" + e.softwareVersion()
                        + ")";
            case Entry.EvidenceAccessed e ->
                "「" + e.reader() + "」に証拠(" + shownJa(e.shown()) + "、対象" + e.scope() + ")を開示した(" + e.treeSize()
                        + "件の記録に基づく)";
            case Entry.AccessGiven e ->
                "「" + CodeText.roleJa(e.role()) + "」の役割の者が「" + e.name() + "」に" + e.expires() + "までの証拠の閲覧("
                        + e.accessId() + ")を認めた";
            case Entry.AccessRevoked e -> "「" + CodeText.roleJa(e.role()) + "」の役割の者が閲覧(" + e.accessId() + ")を終了した";
            case Entry.BodiesErased e -> e.bodyHashes().size() + "件の本文を消去した(根拠:" + groundJa(e.ground()) + ")";
            case Entry.TimestampingChanged e ->
                "タイムスタンプの状況:" + timestampingJa(e.state())
                        + e.lastTimestamp().map(last -> "(最後は" + last + ")").orElse("(まだない)");
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

    private static String because(Optional<String> reasonCode) {
        return reasonCode.map(code -> ", because " + CodeText.reason(code)).orElse("");
    }

    private static String becauseJa(Optional<String> reasonCode) {
        return reasonCode.map(code -> "(理由:" + CodeText.reasonJa(code) + ")").orElse("");
    }

    private static String answered(Entry.Answered answered) {
        return switch (answered) {
            case AGREED -> "agreed";
            case OFFERED -> "answered with an offer";
            case LEFT_TO_PERSON -> "left to a person";
            case REFUSED -> "refused";
        };
    }

    private static String answeredJa(Entry.Answered answered) {
        return switch (answered) {
            case AGREED -> "合意された";
            case OFFERED -> "オファーで回答された";
            case LEFT_TO_PERSON -> "担当者の判断に委ねられた";
            case REFUSED -> "拒否された";
        };
    }

    private static String limitedBy(Entry.LimitedBy by) {
        return switch (by) {
            case PARTY -> "party";
            case COUNTRY -> "country";
            case SUPPLIER -> "supplier";
        };
    }

    private static String limitedByJa(Entry.LimitedBy by) {
        return switch (by) {
            case PARTY -> "当事者";
            case COUNTRY -> "国";
            case SUPPLIER -> "供給者";
        };
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

    private static String shown(Entry.Shown shown) {
        return switch (shown) {
            case BUNDLE -> "a bundle";
            case TIMELINE -> "the timeline";
            case SAMPLE -> "a sample";
            case RECEIPT -> "a receipt";
            case REVIEW -> "a review pack";
        };
    }

    private static String shownJa(Entry.Shown shown) {
        return switch (shown) {
            case BUNDLE -> "証拠束";
            case TIMELINE -> "時系列";
            case SAMPLE -> "標本";
            case RECEIPT -> "受領証";
            case REVIEW -> "レビュー資料";
        };
    }

    /** Why a body was erased, as it is shown beside its hash. */
    static String ground(Entry.ErasureGround ground) {
        return switch (ground) {
            case RETENTION -> "the time for which they are kept was over";
            case DATA_SUBJECT -> "a data subject asked for it";
            case AUTHORITY -> "an authority ordered it";
            case OPERATOR -> "the organisation decided so";
        };
    }

    static String groundJa(Entry.ErasureGround ground) {
        return switch (ground) {
            case RETENTION -> "保存期間の経過";
            case DATA_SUBJECT -> "本人の請求";
            case AUTHORITY -> "当局の命令";
            case OPERATOR -> "運営組織の決定";
        };
    }

    private static String timestamping(Entry.Timestamping state) {
        return switch (state) {
            case CURRENT -> "they are current";
            case OVERDUE -> "they are overdue, work goes on for a time of grace";
            case REFUSING -> "the time of grace is over, new work is refused";
        };
    }

    private static String timestampingJa(Entry.Timestamping state) {
        return switch (state) {
            case CURRENT -> "最新";
            case OVERDUE -> "遅延(猶予期間中は業務を継続)";
            case REFUSING -> "猶予期間が経過し、新規の業務を拒否";
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
