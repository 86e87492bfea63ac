package org.hasekura.node;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership trust}: whose changes are let in. */
@Command(
        name = "trust",
        description = "Trusts a key for a seat: changes that it signs are taken over by `sync`.",
        mixinStandardHelpOptions = true)
final class PartnershipTrustCommand implements Callable<Integer> {

    @Option(names = "--register", paramLabel = "FOLDER", required = true, description = "a secretariat's register")
    private Path folder = Path.of("");

    @Parameters(index = "0", paramLabel = "SEAT", description = "eu, jp or independent")
    private String seat = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "what `init` of the other printed after its seat")
    private String key = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        SecretariatKeys.trust(folder, PartnershipInitCommand.seat(spec, seat), key);
        return 0;
    }
}
