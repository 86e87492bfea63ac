package org.hasekura.resilience;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/** A folder of tables, as readers of data sets see it: files by name. Where they lie is the caller's affair. */
public interface Tables {

    /** What messages call the folder. */
    String name();

    /** The names of the files in it, without folders. A file {@code x.csv.gz} is offered as {@code x.csv}. */
    Set<String> files();

    /**
     * Opens a file as text; the caller closes it.
     *
     * @throws IOException if there is no such file or it cannot be read
     */
    Reader open(String file) throws IOException;
}
