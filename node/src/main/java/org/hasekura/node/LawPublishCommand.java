package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.hasekura.law.Law;
import org.hasekura.law.OpenData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura law publish}: writes the law data as open data into a folder. */
@Command(
        name = "publish",
        description =
                "Writes the law data as open data: each table as CSV and JSON, with a dictionary and a licence note.",
        mixinStandardHelpOptions = true)
final class LawPublishCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "the folder; it is made if it is not there, and files of the same names are replaced")
    private Path out = Path.of("");

    @Option(names = "--json", description = "lists what was written as JSON")
    private boolean json;

    @Option(names = "--lang", paramLabel = "en|ja", description = "of what the command says; the data hold both")
    private Optional<Language> lang = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Law law = Law.load();
        SortedMap<String, byte[]> files = OpenData.files(law);
        try {
            Files.createDirectories(out);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(out.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new CommandFailed("`" + out + "` cannot be written: " + e);
        }
        PrintWriter said = spec.commandLine().getOut();
        said.println(json ? LawJson.published(law, out, files.keySet()) : told(law, files.size()));
        said.flush();
        return 0;
    }

    private String told(Law law, int files) {
        String version = law.lawDataVersion();
        return lang.orElse(Language.en) == Language.ja
                ? "法令データ" + version + "を" + out + "に書き出した(" + files + "ファイル)"
                : "law data " + version + " written to " + out + " in " + files + " files";
    }
}
