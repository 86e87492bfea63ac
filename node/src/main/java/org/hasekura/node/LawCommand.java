package org.hasekura.node;

import picocli.CommandLine.Command;

/** {@code hasekura law}: asks what the law says. Each question is a command of its own. */
@Command(
        name = "law",
        description = "Asks whether data may be sent, on what ground, with which duties. Not legal advice.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LawDecideCommand.class,
            LawExplainCommand.class,
            LawProvisionCommand.class,
            LawCountriesCommand.class,
            LawMatrixCommand.class,
            LawDiffCommand.class,
            LawDrillCommand.class,
            LawGapCommand.class,
            LawLoadCommand.class,
            LawPublishCommand.class
        })
final class LawCommand {}
