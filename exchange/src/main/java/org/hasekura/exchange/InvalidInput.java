package org.hasekura.exchange;

import org.hasekura.policy.Reading;

/** Unwinds a reader at the first thing that is wrong. It never leaves {@link DspJson}, which answers {@link Reading.Refused}. */
final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String words;

    InvalidInput(String path, String words) {
        super("`" + path + "` " + words, null, false, false); // strangers cause it: no stack trace to pay for
        this.path = path;
        this.words = words;
    }

    <T> Reading.Refused<T> read() {
        return new Reading.Refused<>(path, words);
    }

    CatalogView.Unread unread() {
        return new CatalogView.Unread(path, words);
    }
}
