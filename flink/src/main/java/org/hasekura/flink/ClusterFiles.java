package org.hasekura.flink;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.hasekura.resilience.TableException;
import org.hasekura.resilience.TableReading;
import org.hasekura.resilience.TableWriting;
import org.hasekura.resilience.TextTable;

/** Tables that every worker of a cluster can reach: a shared folder, or whatever file systems the cluster knows. */
final class ClusterFiles {

    private ClusterFiles() {}

    /**
     * Reads a table; gzip is read as it is.
     *
     * @throws BadTable if a row of it cannot be read, with file, row and column
     * @throws IOException if it cannot be reached
     */
    static <T> T read(String file, TextTable.Form form, TableReading<T> reading) throws IOException {
        Path path = new Path(file);
        try (TextTable table =
                TextTable.open("`" + file + "`", form, path.getFileSystem().open(path))) {
            return reading.read(table);
        } catch (TableException e) {
            throw new BadTable(e);
        }
    }

    /**
     * Looks whether a file is there before work is handed out.
     *
     * @throws JobRefused if it is not, or cannot be reached
     */
    static String there(String file) throws JobRefused {
        try {
            Path path = new Path(file);
            if (path.getFileSystem().exists(path)) {
                return file;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new JobRefused("`" + file + "` cannot be reached: " + e.getMessage());
        }
        throw new JobRefused("there is no file `" + file + "` where the cluster looks");
    }

    /**
     * Writes a file aside and moves it, so that nobody reads half of one; whoever writes it again writes the same.
     *
     * @throws IOException if it cannot be written; what was there before is then still there, or nothing is
     */
    static void write(String file, TableWriting writing) throws IOException {
        Path path = new Path(file);
        FileSystem files = path.getFileSystem();
        Path aside = path.suffix("." + UUID.randomUUID() + ".part");
        try (Writer out = new OutputStreamWriter(
                files.create(aside, FileSystem.WriteMode.NO_OVERWRITE), StandardCharsets.UTF_8)) {
            writing.write(out);
        } catch (IOException e) {
            files.delete(aside, false);
            throw e;
        }
        if (files.exists(path)) {
            files.delete(path, false);
        }
        if (!files.rename(aside, path)) {
            throw new IOException("`" + aside + "` cannot be moved to `" + file + "`");
        }
    }
}
