package org.hasekura.evidence;

import java.util.Optional;

/** A way out of checking a bundle; never leaves the room. */
final class BundleRefusedException extends Exception {

    private static final long serialVersionUID = 1;
    private final transient BundleVerdict.NotProven verdict;

    BundleRefusedException(BundleFault fault, String detail) {
        this(fault, Optional.empty(), detail);
    }

    BundleRefusedException(BundleFault fault, Optional<Long> index, String detail) {
        super(detail, null, false, false);
        this.verdict = new BundleVerdict.NotProven(fault, index, detail);
    }

    BundleVerdict.NotProven verdict() {
        return verdict;
    }
}
