package org.hasekura.node;

import org.hasekura.resilience.Names;
import org.hasekura.resilience.ShockChain;

/** A link of a chain of reasons, in words. */
final class ShockReason {

    private ShockReason() {}

    static String of(ShockChain.Link link, Names firms, Language language) {
        String name = firms.name(link.firm());
        return language == Language.ja
                ? "企業 `" + name + "` の生産は平常の " + link.level() + "：" + japanese(link, firms)
                : "firm `" + name + "` makes " + link.level() + " of normal: " + english(link, firms);
    }

    private static String english(ShockChain.Link link, Names firms) {
        return switch (link) {
            case ShockChain.Link.Untouched _ -> "nothing binds it";
            case ShockChain.Link.Damaged damaged -> "is damaged itself and lost " + damaged.lost() + " of its capacity";
            case ShockChain.Link.LacksInput lacks ->
                "lacks goods, the most of supplier `" + firms.name(lacks.supplier()) + "`";
            case ShockChain.Link.LacksOrders lacks when lacks.customer() < 0 -> "lacks final demand";
            case ShockChain.Link.LacksOrders lacks ->
                "lacks orders, the most of customer `" + firms.name(lacks.customer()) + "`";
        };
    }

    private static String japanese(ShockChain.Link link, Names firms) {
        return switch (link) {
            case ShockChain.Link.Untouched _ -> "制約なし";
            case ShockChain.Link.Damaged damaged -> "自らが被災し、能力の " + damaged.lost() + " を失った";
            case ShockChain.Link.LacksInput lacks -> "投入財が不足（最大は供給元 `" + firms.name(lacks.supplier()) + "`）";
            case ShockChain.Link.LacksOrders lacks when lacks.customer() < 0 -> "最終需要が不足";
            case ShockChain.Link.LacksOrders lacks -> "受注が不足（最大は顧客 `" + firms.name(lacks.customer()) + "`）";
        };
    }
}
