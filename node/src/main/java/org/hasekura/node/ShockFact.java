package org.hasekura.node;

import java.util.Locale;

/** What the commands about shocks tell, and what it is called. */
enum ShockFact {
    FIRMS("firms", "企業数"),
    LINKS("links", "取引数"),
    INDUSTRIES("industries", "産業数"),
    EPS("eps (part of the model)", "停止閾値 eps（モデルの一部）"),
    MEAN_INDEX("mean index", "指数の平均"),
    LARGEST_INDEX("largest index", "指数の最大"),
    NORMAL("normally, per day", "平常時（1日当たり）"),
    LAST_DAY("on the last day", "最終日"),
    LAST_DAY_LOW("on the last day, a tenth of the runs is below", "最終日（下位1割）"),
    LAST_DAY_HIGH("on the last day, a tenth of the runs is above", "最終日（上位1割）"),
    WORST_DAY("worst day", "最悪の日"),
    ON_WORST_DAY("on the worst day", "最悪の日の値"),
    LOST_DAYS("lost in all, in days of normal production", "損失の合計（平常生産の日数）"),
    RUNS("runs", "試行回数"),
    SPECTRAL_RADIUS("spectral radius", "スペクトル半径"),
    LOST("lost without those taken out", "除外による損失"),
    SHA256("sha256", "sha256"),
    WRITTEN_TO("written to", "出力先");

    private final String english;
    private final String japanese;

    ShockFact(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    String label(Language language) {
        return language == Language.ja ? japanese : english;
    }

    /** As a key of JSON: {@code meanIndex}. */
    String key() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return key.toString();
    }
}
