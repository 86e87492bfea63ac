package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hasekura.partnership.ExportCsv;
import org.hasekura.partnership.ExportJson;
import org.hasekura.partnership.LedgerJson;
import org.hasekura.partnership.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership export}: the register as open data. */
@Command(
        name = "export",
        description = "Writes the register as open data: JSON, CSV, its events, and a description in JSON-LD (DCAT).",
        mixinStandardHelpOptions = true)
final class PartnershipExportCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "where the files go")
    private Path out = Path.of("");

    @Option(
            names = "--base",
            paramLabel = "URL",
            defaultValue = "",
            description = "where the files will stand, for their addresses in the description")
    private String base = "";

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        RegisterFolder of = options.register();
        Register register = of.register();
        String beginning = base.isEmpty() || base.endsWith("/") ? base : base + "/";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("register.json", utf8(ExportJson.write(of.compilation(), register)));
        files.put("register.csv", utf8(ExportCsv.write(register.all(), register)));
        files.put("register.jsonld", utf8(ExportJson.dcat(of.compilation(), register, beginning)));
        files.put(RegisterFolder.EVENTS, LedgerJson.write(of.ledger()));
        try {
            Files.createDirectories(out);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(out.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new CommandFailed("`" + out + "` cannot be written: " + e.getMessage());
        }
        PrintWriter told = spec.commandLine().getOut();
        told.println(ExportJson.version(of.compilation(), register));
        files.keySet().forEach(each -> told.println(out.resolve(each)));
        told.flush();
        return 0;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
