package org.hasekura.node;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What all commands on the partnership take: which register, and how to show it. */
final class PartnershipOptions {

    @Option(
            names = "--register",
            paramLabel = "FOLDER",
            description = "a secretariat's register, see `partnership init` (default: the register shipped with this"
                    + " software)")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--json", description = "shows it as JSON")
    private boolean json;

    @Option(names = "--lang", paramLabel = "en|ja", description = "of the texts (default: ${DEFAULT-VALUE})")
    private Language language = Language.en;

    RegisterFolder register() throws CommandFailed {
        return folder.isPresent() ? RegisterFolder.open(folder.get()) : RegisterFolder.shipped();
    }

    boolean json() {
        return json;
    }

    Language language() {
        return language;
    }
}
