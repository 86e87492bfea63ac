package org.hasekura.node;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hasekura.resilience.IoTable;
import org.hasekura.resilience.IoTables;
import org.hasekura.resilience.TableException;
import org.hasekura.resilience.TableReading;
import org.hasekura.resilience.TableWriting;
import org.hasekura.resilience.TextTable;

/** Tables that commands read and write; gzip is read as it is. */
final class TableFiles {

    private TableFiles() {}

    /**
     * Reads a table.
     *
     * @throws CommandFailed if there is no such file, it cannot be read, or a row in it cannot
     */
    static <T> T read(Path file, TextTable.Form form, TableReading<T> reading) throws CommandFailed {
        try (TextTable table = TextTable.open("`" + file + "`", form, Files.newInputStream(file))) {
            return reading.read(table);
        } catch (NoSuchFileException e) {
            throw new CommandFailed("there is no file `" + e.getFile() + "`");
        } catch (TableException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailed("`" + file + "` cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads an input–output table.
     *
     * @param folder where {@code Z.csv}, {@code Y.csv} and {@code x.csv} are
     */
    static IoTable readIoTable(Path folder) throws CommandFailed {
        Path deliveries = packedOrNot(folder, "Z.csv");
        Path finalDemand = packedOrNot(folder, "Y.csv");
        Path output = packedOrNot(folder, "x.csv");
        TextTable.Form form = TextTable.Form.COMMAS;
        return read(deliveries, form, z -> {
            try (TextTable y = TextTable.open("`" + finalDemand + "`", form, Files.newInputStream(finalDemand));
                    TextTable x = TextTable.open("`" + output + "`", form, Files.newInputStream(output))) {
                return IoTables.read(z, y, x);
            }
        });
    }

    private static Path packedOrNot(Path folder, String name) {
        Path packed = folder.resolve(name + ".gz");
        return Files.exists(packed) ? packed : folder.resolve(name);
    }

    /**
     * Writes a file, over one that was there.
     *
     * @throws CommandFailed if it cannot be written; a part of it may have been
     */
    static void write(Path file, TableWriting writing) throws CommandFailed {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writing.write(out);
        } catch (IOException e) {
            throw new CommandFailed("`" + file + "` cannot be written: " + e);
        }
    }
}
