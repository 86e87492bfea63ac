package org.hasekura.node;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hasekura.partnership.AutonomyJson;
import org.hasekura.partnership.AutonomyProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership autonomy}: what both sides depend on, by layer. */
@Command(
        name = "autonomy",
        description = "What the EU and Japan depend on, by layer from raw materials to cloud; unknown where not known.",
        mixinStandardHelpOptions = true)
final class PartnershipAutonomyCommand implements Callable<Integer> {

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        AutonomyProfile profile = AutonomyProfile.load();
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                options.json() ? AutonomyJson.write(profile) : new CompassText(options.language()).autonomy(profile));
        out.flush();
        return 0;
    }
}
