package org.hasekura.resilience;

import java.io.IOException;

/** What is made of a table, wherever it lies. */
@FunctionalInterface
public interface TableReading<T> {

    /**
     * Reads it.
     *
     * @throws TableException if a row cannot be what it has to be, with file, row and column
     */
    T read(TextTable table) throws IOException, TableException;
}
