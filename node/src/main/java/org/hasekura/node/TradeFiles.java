package org.hasekura.node;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.hasekura.resilience.Regions;
import org.hasekura.resilience.TableException;
import org.hasekura.resilience.TradeTable;
import org.hasekura.resilience.TradeTables;
import picocli.CommandLine.Option;

/** The options that name trade statistics, and who imports. */
final class TradeFiles {

    private enum Form {
        baci,
        comext,
        japan
    }

    private static final int GZIP_MAGIC = 0x1f8b;

    @Option(
            names = "--trade",
            paramLabel = "FILE",
            required = true,
            description = "trade statistics, may be gzip; several times for several, such as one for each year")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--form",
            paramLabel = "baci|comext|japan",
            required = true,
            description = "CEPII's BACI, Eurostat's Comext (monthly) or Japan Customs by country (monthly)")
    private Form form = Form.baci;

    @Option(
            names = "--product",
            paramLabel = "CODE",
            split = ",",
            description = "products whose codes begin so; all if left out, which takes memory")
    private List<String> products = new ArrayList<>();

    @Option(
            names = "--importer",
            paramLabel = "CODE",
            split = ",",
            description =
                    "a reporter as the file writes it, or several that count as one; EU27; in form japan JPN if left out")
    private List<String> importer = new ArrayList<>();

    @Option(names = "--json", description = "shows the answer as JSON")
    private boolean json;

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    boolean json() {
        return json;
    }

    Language language() {
        return language;
    }

    /** Reads all files, one after the other. */
    TradeTable read() throws CommandFailed {
        var table = new TradeTable.Builder();
        for (Path file : files) {
            try (Progress _ = Progress.of("reading " + file);
                    Reader in = open(file)) {
                read(in, file, table);
            } catch (NoSuchFileException e) {
                throw new CommandFailed("there is no file `" + e.getFile() + "`");
            } catch (TableException e) {
                throw new CommandFailed(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new CommandFailed("`" + file + "` cannot be read: " + e.getMessage());
            }
        }
        return table.build();
    }

    private void read(Reader in, Path file, TradeTable.Builder table) throws IOException, TableException {
        String name = "`" + file + "`";
        Predicate<String> isWanted =
                code -> products.isEmpty() || products.stream().anyMatch(code::startsWith);
        switch (form) {
            case baci -> TradeTables.baci(in, name, isWanted, table);
            case comext -> TradeTables.comext(in, name, isWanted, table);
            case japan -> TradeTables.japan(in, name, isWanted, table);
        }
    }

    private static Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        int magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return new BufferedReader(
                new InputStreamReader(
                        magic == GZIP_MAGIC ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8),
                1 << 16);
    }

    /** The importer as the table knows it; refused when it reported nothing, with who did. */
    Collection<String> importer(TradeTable table) throws CommandFailed {
        List<String> named = importer.isEmpty() && form == Form.japan ? List.of("JPN") : importer;
        if (named.isEmpty()) {
            throw new CommandFailed("say who imports: --importer EU27, or a code as the file writes it");
        }
        return reporters(named, table);
    }

    /** Reporters that count as one. */
    static Collection<String> reporters(List<String> named, TradeTable table) throws CommandFailed {
        List<String> there = table.reporters();
        List<String> found = new ArrayList<>();
        for (String code : named) {
            List<String> each =
                    Regions.asReported(code).stream().filter(there::contains).toList();
            if (each.isEmpty()) {
                throw new CommandFailed("nobody called `" + code + "` reported what is asked for; reporters are "
                        + String.join(", ", there.subList(0, Math.min(10, there.size())))
                        + (there.size() > 10 ? " and " + (there.size() - 10) + " more" : ""));
            }
            found.addAll(each);
        }
        return found;
    }
}
