package org.hasekura.node;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.RegisterJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership show}: one promise with all that became of it. */
@Command(
        name = "show",
        description = "One commitment: its sources, owners, dates, what each side says, evidence, history.",
        mixinStandardHelpOptions = true)
final class PartnershipShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "for example DPC2-05")
    private String id = "";

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Register register = options.register().register();
        Entry entry = CommitmentText.found(register, id);
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(RegisterJson.entry(entry, register));
        } else {
            out.print(new CommitmentText(options.language()).entry(entry, register));
        }
        out.flush();
        return 0;
    }
}
