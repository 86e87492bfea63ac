package org.hasekura.node;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Chain;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.RegisterJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership chain}: what a promise goes back to, and what came of it. */
@Command(
        name = "chain",
        description = "The commitments that one goes back to, and those that go on from it.",
        mixinStandardHelpOptions = true)
final class PartnershipChainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "for example EPA-P-01")
    private String id = "";

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Register register = options.register().register();
        Chain chain =
                Chain.of(register, CommitmentText.found(register, id).id()).orElseThrow();
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(RegisterJson.chain(chain));
        } else {
            out.print(new CommitmentsText(options.language()).chain(chain, register));
        }
        out.flush();
        return 0;
    }
}
