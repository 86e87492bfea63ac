package org.hasekura.law;

/**
 * One question that an assessment of a legal order asks.
 *
 * @param id {@code A1} to {@code E5}
 * @param blocking whether a gap here is made up by no other strength
 * @param remedy what curing a gap would take: {@code decree}, {@code statute}, {@code institution}, {@code state-access}, {@code none}
 * @param provision where the question comes from
 */
public record Criterion(
        String id, String questionEn, String questionJa, boolean blocking, String remedy, String provision) {

    /** {@code A} content, {@code B} enforcement, {@code C} access by the state, {@code D} context, {@code E} Japan's designation. */
    public char part() {
        return id.charAt(0);
    }
}
