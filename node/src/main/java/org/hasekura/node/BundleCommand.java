package org.hasekura.node;

import picocli.CommandLine.Command;

/** {@code hasekura bundle}: evidence for a regulator. */
@Command(
        name = "bundle",
        description = "Writes the evidence of a period or an exchange to one file that a regulator can check alone.",
        mixinStandardHelpOptions = true,
        subcommands = {BundleMakeCommand.class, BundlePageCommand.class})
final class BundleCommand {}
