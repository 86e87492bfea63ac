package org.hasekura.resilience;

/**
 * What the loss of a sub-type does to its parent. Data sets that draw "is a kind of" do not say it, and the answer changes
 * results by orders of magnitude, so it is always chosen and always shown.
 */
public enum Subtypes {
    /** Edges from sub-types are left out: the parent stands on its own shares and inputs. */
    NONE,
    /** One sub-type is enough: the parent stops only when nothing else is left. */
    ANY,
    /** Every sub-type is needed, as if it were an input. */
    ALL
}
