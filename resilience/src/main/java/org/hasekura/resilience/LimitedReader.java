package org.hasekura.resilience;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text of at most so many letters; more fails, so that a file that never ends does not fill the memory. */
final class LimitedReader extends FilterReader {

    private final long charsMax;
    private long left;

    LimitedReader(Reader in, long charsMax) {
        super(in);
        this.charsMax = charsMax;
        this.left = charsMax;
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        count(letter < 0 ? 0 : 1);
        return letter;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException("the file is longer than " + charsMax + " letters");
        }
    }
}
