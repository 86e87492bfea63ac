package org.hasekura.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A verdict in sentences: what is proved, who says so, and whose keys were trusted. */
public final class VerdictText {

    /** What no file of evidence can prove. */
    static final String NOT_PROVED =
            "What this does not prove: that what the node recorded is true, or that it recorded everything that happened.";

    static final String NOT_PROVED_JA = "証明されないこと:記録の内容が真実であること、起きたことがすべて記録されていること。";

    private VerdictText() {}

    /** What no file of evidence can prove, to be said beside every verdict that something is proven. */
    public static String limits(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? NOT_PROVED_JA : NOT_PROVED;
    }

    /** The sentences in Japanese for {@link Locale#JAPANESE}, otherwise in English. */
    public static List<String> of(Verdict verdict, Locale locale) {
        boolean isJapanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        return switch (verdict) {
            case Verdict.Proven proven -> isJapanese ? japanese(proven) : english(proven);
            case Verdict.NotProven(ReceiptPart part, String reason) ->
                List.of(
                        isJapanese
                                ? "証明されません。問題の箇所:" + part.japanese() + "。理由:" + reason
                                : "Not proven. The fault is in " + part.english() + ": " + reason + ".");
        };
    }

    private static List<String> english(Verdict.Proven proven) {
        List<String> text = new ArrayList<>();
        Entry entry = proven.entry();
        text.add("Proven: the node " + entry.node() + " recorded at " + entry.at() + ", by its own clock, that "
                + EntryText.english(entry) + ".");
        text.add("This is entry " + proven.index() + " of the log `" + proven.origin() + "`, in its tree of "
                + proven.treeSize() + " entries that was signed; in that tree it can be neither changed nor moved.");
        proven.signers().forEach(signer -> text.add(english(signer)));
        text.add(
                "Who says so: that it happened, the node alone; "
                        + firstSeen(proven)
                                .map(at -> "that it was recorded by " + at
                                        + " and that the log had shown them no other history, the witnesses.")
                                .orElse(
                                        "that the log shows everybody the same history, nobody but the log, as no witness cosigned."));
        text.add(
                switch (proven.trust()) {
                    case GIVEN -> "The keys trusted are those of the policy you gave.";
                    case ASSUMED ->
                        "The keys were assumed from the receipt itself: anybody could make such a receipt with keys of their own."
                                + " Give a policy to trust only keys you know.";
                });
        if (proven.developmentMode()) {
            text.add(
                    "The receipt says that the node ran in development mode: it is a trial and proves nothing to others.");
        }
        return text;
    }

    private static List<String> japanese(Verdict.Proven proven) {
        List<String> text = new ArrayList<>();
        Entry entry = proven.entry();
        text.add("証明されました。ノード" + entry.node() + "は、自らの時計で" + entry.at() + "に次のとおり記録しました:" + EntryText.japanese(entry)
                + "。");
        text.add("これは、署名された" + proven.treeSize() + "件の記録の木における、ログ「" + proven.origin() + "」の" + proven.index()
                + "番の記録です(0番から数えます)。その木の中では、変更も移動もできません。");
        proven.signers().forEach(signer -> text.add(japanese(signer)));
        text.add("誰の言明か:出来事そのものはノードのみの言明です。"
                + firstSeen(proven)
                        .map(at -> at + "までに記録されていたこと、ログが別の履歴を示していないことは、証人の言明です。")
                        .orElse("証人の連署がないため、ログが誰にも同じ履歴を示していることは、ログのみの言明です。"));
        text.add(
                switch (proven.trust()) {
                    case GIVEN -> "信頼した鍵は、与えられたポリシーのものです。";
                    case ASSUMED -> "鍵は受領証自体に含まれるものを仮定しました。同様の受領証は誰でも自分の鍵で作成できます。" + "既知の鍵だけを信頼するには、ポリシーを与えてください。";
                });
        if (proven.developmentMode()) {
            text.add("受領証によれば、ノードは開発モードで動作していました。試験用であり、第三者への証明にはなりません。");
        }
        return text;
    }

    static String english(Verdict.Signer signer) {
        String who = signer.role() == Verdict.Role.LOG ? "Signed by the log `" : "Cosigned by the witness `";
        return who + signer.key().name() + "`"
                + signer.at().map(at -> " at " + at).orElse("")
                + signer.did()
                        .map(did -> ", whose key stands in the DID document of " + did)
                        .orElse("") + ".";
    }

    static String japanese(Verdict.Signer signer) {
        String who = signer.role() == Verdict.Role.LOG ? "ログ「" : "証人「";
        String what = signer.role() == Verdict.Role.LOG ? "署名しました" : "連署しました";
        return who + signer.key().name() + "」が"
                + signer.at().map(at -> at + "に").orElse("") + what
                + signer.did().map(did -> "(鍵は" + did + "のDID文書に記載)").orElse("") + "。";
    }

    private static Optional<Instant> firstSeen(Verdict.Proven proven) {
        return proven.signers().stream().flatMap(signer -> signer.at().stream()).min(Comparator.naturalOrder());
    }
}
