package org.hasekura.node;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership}: what two sides promised each other, and whether it was kept. */
@Command(
        name = "partnership",
        description = "What the EU and Japan promised each other, whether it was kept, and what follows.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PartnershipListCommand.class,
            PartnershipShowCommand.class,
            PartnershipCompassCommand.class,
            PartnershipTimelineCommand.class,
            PartnershipChainCommand.class,
            PartnershipAssessCommand.class,
            PartnershipAgendaCommand.class,
            PartnershipInitCommand.class,
            PartnershipTrustCommand.class,
            PartnershipChangeCommand.class,
            PartnershipReportCommand.class,
            PartnershipBriefingCommand.class,
            PartnershipAutonomyCommand.class,
            PartnershipImportCommand.class,
            PartnershipConfirmCommand.class,
            PartnershipSyncCommand.class,
            PartnershipExportCommand.class
        })
final class PartnershipCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what: " + String.join(", ", spec.subcommands().keySet()));
    }
}
