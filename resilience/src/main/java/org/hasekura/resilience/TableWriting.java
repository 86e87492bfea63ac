package org.hasekura.resilience;

import java.io.IOException;
import java.io.Writer;

/** What is written into a table, wherever it will lie. */
@FunctionalInterface
public interface TableWriting {
    void write(Writer out) throws IOException;
}
