package org.hasekura.node;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Compass;
import org.hasekura.partnership.Indicators;
import org.hasekura.partnership.RegisterJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership compass}: where the partnership stands, and where nothing is known. */
@Command(
        name = "compass",
        description = "Where the partnership stands by cardinal point, with indicators, and where nothing is known.",
        mixinStandardHelpOptions = true)
final class PartnershipCompassCommand implements Callable<Integer> {

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Indicators indicators = Indicators.load();
        Compass compass = Compass.of(options.register().register(), indicators);
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(RegisterJson.compass(compass, indicators));
        } else {
            out.print(new CompassText(options.language()).compass(compass, indicators));
        }
        out.flush();
        return 0;
    }
}
