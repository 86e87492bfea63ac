package org.hasekura.identity;

/**
 * How strictly addresses from outside are admitted.
 *
 * <p>A node runs under one of the two from its first start; receipts and the start message say which.
 */
public enum Admission {
    /** HTTPS only, names of the public domain name system only. */
    PRODUCTION,

    /** Additionally {@code http}, {@code localhost} and loopback addresses: for demonstrations and tests on one machine. */
    DEVELOPMENT
}
