package org.hasekura.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hasekura.resilience.Tables;

/** A folder on disk as a folder of tables; a single file is a folder of one. {@code x.csv.gz} is read as {@code x.csv}. */
final class FolderTables implements Tables {

    private static final String PACKED = ".gz";
    private static final int FILES_MAX = 10_000;

    private final Path folder;
    private final Set<String> files = new TreeSet<>();

    private FolderTables(Path folder) {
        this.folder = folder;
    }

    /**
     * Lists the folder.
     *
     * @throws CommandFailed if there is no such folder
     */
    static FolderTables of(Path folder) throws CommandFailed {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed(
                    "there is no folder `" + folder + "`; `chips` names the facts that come with this software");
        }
        var tables = new FolderTables(folder);
        try (Stream<Path> list = Files.list(folder)) {
            list.limit(FILES_MAX).filter(Files::isRegularFile).forEach(file -> {
                String name = String.valueOf(file.getFileName());
                tables.files.add(name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name);
            });
        } catch (IOException e) {
            throw new CommandFailed("`" + folder + "` cannot be listed: " + e.getMessage());
        }
        return tables;
    }

    @Override
    public String name() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    @Override
    public Set<String> files() {
        return files;
    }

    @Override
    public Reader open(String file) throws IOException {
        Path plain = folder.resolve(file);
        InputStream in = Files.isRegularFile(plain)
                ? Files.newInputStream(plain)
                : new GZIPInputStream(Files.newInputStream(folder.resolve(file + PACKED)), 1 << 16);
        // A file that is no UTF-8 is refused, not read as something else.
        return new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
}
