package org.hasekura.resilience;

/** How a shortfall of inputs becomes a shortfall of what is made from them. */
public enum Combination {
    /** The scarcest input sets the pace (Leontief): the smallest of all. */
    SCARCEST,
    /** Shortfalls are independent and multiply: own supply times the product over all requirements. */
    PRODUCT,
    /** Every requirement weighs the same: own supply times the mean over all requirements. */
    MEAN
}
