package org.hasekura.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words for the codes that entries carry: types of messages and states of the Dataspace Protocol (DSP 2025-1), roles, reasons, facts
 * of participants. Entries keep the code; whoever reads them gets the words with the code behind them. A code of other software
 * has no words here and stands for itself.
 */
final class CodeText {

    /** Words of a code, where it names one thing of a kind. */
    private record Named(String code, String english, String japanese) {}

    private static final Map<String, Named> MESSAGES = byCode(
            new Named("ContractRequestMessage", "a request for data", "データ提供の依頼"),
            new Named("ContractOfferMessage", "an offer of terms", "条件の提案"),
            new Named("ContractAgreementMessage", "the agreement", "合意"),
            new Named("ContractAgreementVerificationMessage", "a confirmation of the agreement", "合意の確認"),
            new Named("ContractNegotiationEventMessage:ACCEPTED", "an acceptance of the terms", "条件の承諾"),
            new Named("ContractNegotiationEventMessage:FINALIZED", "the conclusion of the agreement", "合意の成立"),
            new Named("ContractNegotiationTerminationMessage", "the end of the negotiation", "交渉の終了"),
            new Named("TransferRequestMessage", "a request for the bytes", "転送の依頼"),
            new Named("TransferStartMessage", "the start of the transfer", "転送の開始"),
            new Named("TransferCompletionMessage", "the completion of the transfer", "転送の完了"),
            new Named("TransferSuspensionMessage", "a suspension of the transfer", "転送の一時停止"),
            new Named("TransferTerminationMessage", "the end of the transfer", "転送の終了"));

    private static final Map<String, Named> STATES = byCode(
            new Named("REQUESTED", "requested", "依頼済み"),
            new Named("OFFERED", "offered", "提案済み"),
            new Named("ACCEPTED", "accepted", "承諾済み"),
            new Named("AGREED", "agreed", "合意済み"),
            new Named("VERIFIED", "confirmed", "確認済み"),
            new Named("FINALIZED", "concluded", "成立"),
            new Named("STARTED", "started", "開始"),
            new Named("SUSPENDED", "suspended", "一時停止"),
            new Named("COMPLETED", "completed", "完了"),
            new Named("TERMINATED", "ended", "終了"));

    private static final Map<String, Named> ROLES = byCode(
            new Named("provider", "data provider", "データ提供者"),
            new Named("consumer", "data consumer", "データ利用者"),
            new Named("compliance", "compliance officer", "法令遵守責任者"),
            new Named("regulator", "regulator", "規制当局"),
            new Named("operator", "operator", "運用者"),
            new Named("secretariat", "partnership secretariat", "パートナーシップ事務局"),
            new Named("analyst", "supply-chain analyst", "供給網の分析担当"),
            new Named("authority", "supervisory authority", "監督当局"),
            new Named("agency", "development agency", "開発協力機関"));

    private static final Map<String, Named> REASONS = byCode(
            new Named("agreement-ended", "the agreement was ended", "合意の終了"),
            new Named("agreement-not-in-force", "the agreement does not stand", "合意が効力を有しない"),
            new Named("connection-barred", "connections are barred", "接続の禁止"),
            new Named("connection-limited", "connections are limited", "接続の制限"),
            new Named("data-address-unusable", "the address of the bytes cannot be used", "データの所在が利用できない"),
            new Named("dataset-gone", "the dataset is no longer here", "データセットの消滅"),
            new Named("delivery-failed", "the bytes could not be fetched", "データの取得の失敗"),
            new Named("delivery-refused", "the bytes were refused", "データの引渡しの拒否"),
            new Named("digest-differs", "the bytes are others than announced", "データの照合の不一致"),
            new Named("ended-by-person", "a person ended it", "担当者による終了"),
            new Named("forbidden-by-law", "the law forbids it", "法令による禁止"),
            new Named("no-answer", "the other side gave no answer", "相手方の無応答"),
            new Named("not-on-offer", "the dataset is no longer on offer", "データセットの提供の終了"),
            new Named("peer-refused", "the other side refused", "相手方の拒否"),
            new Named("person-decides", "the law leaves it to a person", "担当者の判断を要する"),
            new Named("refused-by-person", "a person refused it", "担当者による拒否"),
            new Named("suspended-by-person", "a person suspended it", "担当者による一時停止"),
            new Named("too-large", "there are too many bytes", "データの容量の超過"));

    private static final Map<String, Named> FACTS = byCode(
            new Named("certifiedUnder", "certification", "登録されている制度"),
            new Named("country", "country", "国"),
            new Named("credential", "credential", "資格証明"),
            new Named("kind", "kind", "種類"),
            new Named("name", "name", "名称"),
            new Named("relation", "relation to us", "当方との関係"),
            new Named("role", "role", "役割"),
            new Named("sector", "sector", "業種"),
            new Named("subjectTo", "laws it is subject to", "服する法令"),
            new Named("supplier", "supplier of its connection", "接続に用いる事業者"));

    /** What this software writes in the place of a message that came back as an answer; entries of old have it. */
    private static final String ANSWER = "acknowledged by an answer";

    private CodeText() {}

    private static Map<String, Named> byCode(Named... all) {
        var byCode = new HashMap<String, Named>();
        Stream.of(all).forEach(each -> byCode.put(each.code, each));
        return Map.copyOf(byCode);
    }

    static String message(String type) {
        return english(MESSAGES, type);
    }

    static String messageJa(String type) {
        return japanese(MESSAGES, type);
    }

    /** What moved a process: a message, or the answer to one of this side. */
    static String mover(String by) {
        return by.equals(ANSWER) ? "the other side's answer to a message" : message(by);
    }

    static String moverJa(String by) {
        return by.equals(ANSWER) ? "メッセージに対する相手方の応答" : messageJa(by);
    }

    static String state(String state) {
        return english(STATES, state);
    }

    static String stateJa(String state) {
        return "「" + japanese(STATES, state) + "」";
    }

    static String roleJa(String role) {
        return japanese(ROLES, role);
    }

    static String role(String role) {
        return english(ROLES, role);
    }

    static String reason(String code) {
        return english(REASONS, code);
    }

    static String reasonJa(String code) {
        return japanese(REASONS, code);
    }

    static String fact(String name) {
        Named named = FACTS.get(name);
        return named == null ? name : named.english;
    }

    static String factJa(String name) {
        Named named = FACTS.get(name);
        return named == null ? name : named.japanese;
    }

    private static String english(Map<String, Named> words, String code) {
        Named named = words.get(code);
        return named == null ? "`" + code + "`" : named.english + " (" + code + ")";
    }

    private static String japanese(Map<String, Named> words, String code) {
        Named named = words.get(code);
        return named == null ? code : named.japanese + "(" + code + ")";
    }
}
