package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.hasekura.law.Law;
import org.hasekura.portal.PublicSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura site}: writes the public part of the pages as files that need no server. */
@Command(
        name = "site",
        description = "Writes the public pages as files: from where data may go where, answers with their grounds, the"
                + " adequacy register, provisions and changes, in English and Japanese. They open from a disk. The same"
                + " law data give the same files.",
        mixinStandardHelpOptions = true)
final class SiteCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "the folder; it is made if it is not there, and files of the same names are replaced")
    private Path out = Path.of("");

    @Option(names = "--check", description = "writes nothing, and answers 1 if a file there is missing or different")
    private boolean check;

    @Option(names = "--json", description = "lists the files, or what is different, as JSON")
    private boolean json;

    @Option(names = "--lang", paramLabel = "en|ja", description = "of what the command says; the pages are in both")
    private Optional<Language> lang = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Law law = Law.load();
        SortedMap<String, byte[]> files = PublicSite.files(law);
        int different = 0;
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = out.resolve(file.getKey());
                boolean isSame = Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), file.getValue());
                different += isSame ? 0 : 1;
                if (!check && !isSame) {
                    Files.createDirectories(
                            Optional.ofNullable(path.getParent()).orElse(out));
                    Files.write(path, file.getValue());
                }
            }
        } catch (IOException e) {
            throw new CommandFailed("`" + out + "` cannot be read or written: " + e);
        }
        PrintWriter said = spec.commandLine().getOut();
        said.println(json ? LawJson.published(law, out, files.keySet()) : told(law, files.size(), different));
        said.flush();
        return check && different > 0 ? 1 : 0;
    }

    private String told(Law law, int files, int different) {
        boolean isJapanese = lang.orElse(Language.en) == Language.ja;
        String version = law.lawDataVersion();
        if (check) {
            return isJapanese
                    ? out + ":" + files + "ファイルのうち" + different + "件が現在の内容と異なる"
                    : out + ": " + different + " of " + files + " files differ from what would be written now";
        }
        return isJapanese
                ? "法令データ" + version + "による" + files + "ページを" + out + "に書き出した(変更" + different + "件)"
                : files + " files by law data " + version + " in " + out + ", " + different + " of them new or changed";
    }
}
