package org.hasekura.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A verdict on a bundle in sentences: what is proved, what is not, who says so, and whose keys were trusted. */
public final class BundleText {

    private BundleText() {}

    /** The sentences in Japanese for {@link Locale#JAPANESE}, otherwise in English. */
    public static List<String> of(BundleVerdict verdict, Locale locale) {
        boolean isJapanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        return switch (verdict) {
            case BundleVerdict.Proven proven -> isJapanese ? japanese(proven) : english(proven);
            case BundleVerdict.NotProven(BundleFault fault, Optional<Long> index, String detail) ->
                List.of(
                        isJapanese
                                ? "証明されません。" + index.map(at -> at + "番の記録:").orElse("") + fault.japanese() + "。"
                                : "Not proven: " + fault.english()
                                        + index.map(at -> " (entry " + at + ")").orElse("") + ".",
                        (isJapanese ? "詳細:" : "In detail: ") + detail);
        };
    }

    private static List<String> english(BundleVerdict.Proven proven) {
        List<String> text = new ArrayList<>();
        BundleManifest manifest = proven.manifest();
        BundleVerdict.Shown shown = proven.shown();
        text.add("Proven: the log `" + manifest.origin() + "` of the node " + manifest.node() + " holds these "
                + manifest.entries() + " entries, in this order and at these places of its "
                + manifest.treeSize() + "; none of them was changed.");
        text.add(
                switch (manifest.scope()) {
                    case BundleScope.Period(Instant from, Instant until) ->
                        shown.inPeriod() + " of them are of the period from " + from + " until " + until
                                + ", by the node's clock. From " + beginning(proven) + " to " + end(proven)
                                + ", no entry is left out.";
                    case BundleScope.Exchange(List<String> processes) ->
                        "They are about `" + String.join("`, `", processes)
                                + "`. Whether the log has more about these, a bundle of an exchange does not show: the bundle of the period does.";
                });
        text.add("What they are: " + counts(shown) + "."
                + (shown.lawData().isEmpty() ? "" : " Law data named: " + String.join(", ", shown.lawData()) + "."));
        bodies(shown.bodies()).ifPresent(text::add);
        proven.signers().forEach(signer -> text.add(VerdictText.english(signer)));
        if (!proven.continued().isEmpty() || proven.known()) {
            text.add("The log continues " + (proven.known() ? "the checkpoint you had, " : "")
                    + "its earlier checkpoints "
                    + proven.continued().stream().map(size -> "of " + size).collect(Collectors.joining(", "))
                    + ": nothing under them was rewritten.");
        }
        proven.stamps()
                .forEach(stamp -> text.add("Timestamped at " + stamp.at() + " by " + stamp.authority()
                        + ", over the first " + stamp.size() + " entries"
                        + (stamp.trust() == Verdict.Trust.GIVEN
                                ? "."
                                : "; its root certificate is the one in the bundle.")));
        if (!proven.stamps().isEmpty()) {
            text.add("Whether a certificate of an authority was revoked is not checked: nothing is fetched.");
        }
        text.add(
                "Who says so: that it happened, and when, the node alone; "
                        + (firstSeen(proven).isPresent()
                                ? "that it was recorded by " + firstSeen(proven).get()
                                        + " and that the log had shown them no other history, the witnesses and authorities."
                                : "that the log shows everybody the same history, nobody but the log, as no witness cosigned."));
        text.add(VerdictText.NOT_PROVED);
        text.add(
                proven.trust() == Verdict.Trust.GIVEN
                        ? "The keys trusted are those of the policy you gave."
                        : "The keys were assumed from the bundle itself: anybody could make such a bundle with keys of their own."
                                + " Give a policy to trust only keys you know.");
        if (manifest.developmentMode()) {
            text.add(
                    "The bundle says that the node ran in development mode: it is a trial and proves nothing to others.");
        }
        return text;
    }

    private static String beginning(BundleVerdict.Proven proven) {
        return startsInside(proven) ? "the entry before the period" : "the beginning of the log";
    }

    private static String end(BundleVerdict.Proven proven) {
        return endsInside(proven) ? "the entry after it" : "the end that the log had when this was signed";
    }

    private static boolean startsInside(BundleVerdict.Proven proven) {
        return !proven.ranges().isEmpty() && proven.ranges().getFirst().from() > 0;
    }

    private static boolean endsInside(BundleVerdict.Proven proven) {
        return !proven.ranges().isEmpty()
                && proven.ranges().getLast().to() < proven.manifest().treeSize();
    }

    private static Optional<String> bodies(BundleVerdict.Bodies bodies) {
        List<String> parts = new ArrayList<>();
        if (bodies.included() > 0) {
            parts.add(bodies.included() + " are included and are those the evidence names");
        }
        if (bodies.kept() > 0) {
            parts.add(bodies.kept() + " are kept by the node");
        }
        bodies.erased()
                .forEach((ground, count) ->
                        parts.add(count + " are erased, on the ground: " + EntryText.ground(ground)));
        if (bodies.unknown() > 0) {
            parts.add(bodies.unknown() + " are not there");
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("Of the bodies that the entries name by hash only, " + String.join("; ", parts) + ".");
    }

    private static List<String> japanese(BundleVerdict.Proven proven) {
        List<String> text = new ArrayList<>();
        BundleManifest manifest = proven.manifest();
        BundleVerdict.Shown shown = proven.shown();
        text.add("証明されました。ノード" + manifest.node() + "のログ「" + manifest.origin() + "」の全" + manifest.treeSize()
                + "件のうち、これらの" + manifest.entries() + "件の記録は、この順序とこの番号でログに存在し、改変されていません。");
        text.add(
                switch (manifest.scope()) {
                    case BundleScope.Period(Instant from, Instant until) ->
                        "うち" + shown.inPeriod() + "件は、ノードの時計で" + from + "から" + until + "までの期間のものです。"
                                + (startsInside(proven) ? "期間の直前の記録" : "ログの先頭") + "から"
                                + (endsInside(proven) ? "直後の記録" : "署名時のログの末尾") + "まで、抜けている記録はありません。";
                    case BundleScope.Exchange(List<String> processes) ->
                        "対象:「" + String.join("」「", processes) + "」。ログにこれ以外の関連記録がないことは、取引単位の証拠束では示されません。期間単位の証拠束で示されます。";
                });
        text.add("内訳:" + counts(shown) + "。"
                + (shown.lawData().isEmpty() ? "" : "記録中の法令データ:" + String.join(", ", shown.lawData()) + "。"));
        bodiesJa(shown.bodies()).ifPresent(text::add);
        proven.signers().forEach(signer -> text.add(VerdictText.japanese(signer)));
        if (!proven.continued().isEmpty() || proven.known()) {
            text.add((proven.known() ? "お手元のチェックポイント、および" : "")
                    + proven.continued().stream().map(size -> size + "件").collect(Collectors.joining("、"))
                    + "の以前のチェックポイントから連続しており、その範囲は書き換えられていません。");
        }
        proven.stamps()
                .forEach(stamp -> text.add(stamp.authority() + "が" + stamp.at() + "に、最初の" + stamp.size()
                        + "件の記録に対してタイムスタンプを付与しました"
                        + (stamp.trust() == Verdict.Trust.GIVEN ? "。" : "(ルート証明書は証拠束に含まれるもの)。")));
        if (!proven.stamps().isEmpty()) {
            text.add("時刻認証局の証明書が失効していないかは確認していません(外部から何も取得しないため)。");
        }
        text.add("誰の言明か:出来事とその時刻はノードのみの言明です。"
                + firstSeen(proven)
                        .map(at -> at + "までに記録されていたこと、ログが別の履歴を示していないことは、証人と機関の言明です。")
                        .orElse("証人の連署がないため、ログが誰にも同じ履歴を示していることは、ログのみの言明です。"));
        text.add(VerdictText.NOT_PROVED_JA);
        text.add(
                proven.trust() == Verdict.Trust.GIVEN
                        ? "信頼した鍵は、与えられたポリシーのものです。"
                        : "鍵は証拠束自体に含まれるものを仮定しました。同様の証拠束は誰でも自分の鍵で作成できます。既知の鍵だけを信頼するには、ポリシーを与えてください。");
        if (manifest.developmentMode()) {
            text.add("証拠束によれば、ノードは開発モードで動作していました。試験用であり、第三者への証明にはなりません。");
        }
        return text;
    }

    private static Optional<String> bodiesJa(BundleVerdict.Bodies bodies) {
        List<String> parts = new ArrayList<>();
        if (bodies.included() > 0) {
            parts.add(bodies.included() + "件は同梱され、証拠の示すものと一致");
        }
        if (bodies.kept() > 0) {
            parts.add(bodies.kept() + "件はノードが保存");
        }
        bodies.erased().forEach((ground, count) -> parts.add(count + "件は消去済み(根拠:" + EntryText.groundJa(ground) + ")"));
        if (bodies.unknown() > 0) {
            parts.add(bodies.unknown() + "件は存在しない");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of("記録がハッシュのみで示す本文:" + String.join("、", parts) + "。");
    }

    private static String counts(BundleVerdict.Shown shown) {
        return shown.kinds().entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Optional<Instant> firstSeen(BundleVerdict.Proven proven) {
        // A cosignature or timestamp of an earlier, smaller tree need not cover every entry shown.
        long shownTo = proven.ranges().isEmpty() ? 0 : proven.ranges().getLast().to();
        var stamps = proven.stamps().stream()
                .filter(stamp -> stamp.size() >= shownTo)
                .map(BundleVerdict.Stamp::at);
        var cosigned = proven.signers().stream().flatMap(signer -> signer.at().stream());
        return Stream.concat(stamps, cosigned).min(Comparator.naturalOrder());
    }
}
