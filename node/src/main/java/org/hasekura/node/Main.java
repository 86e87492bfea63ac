package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The command line. Exit status: 0 done, 1 refused or failed, 2 wrong use. */
@Command(
        name = "hasekura",
        description = "Sends data between Europe and Japan, knows on what ground, and can prove it.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            DemoCommand.class,
            NodeCommand.class,
            DatasetCommand.class,
            CatalogCommand.class,
            NegotiationCommand.class,
            AgreementCommand.class,
            TransferCommand.class,
            ParticipantCommand.class,
            ReceiptCommand.class,
            VerifyCommand.class,
            LawCommand.class,
            ResilienceCommand.class,
            ExampleCommand.class,
            WarmUpCommand.class
        })
public final class Main {

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "hasekura "
                        + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                                .orElse("development")
            };
        }
    }

    private Main() {}

    public static void main(String[] arguments) {
        Logging.configure("warn");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::tell)
                .setParameterExceptionHandler(Main::tellUse)
                .setUsageHelpAutoWidth(true);
    }

    /** In words where the command knows why; with the exception's own words where the world failed. */
    private static int tell(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        switch (e) {
            case CommandFailed failed -> err.println(failed.getMessage());
            case IOException failed ->
                err.println(Optional.ofNullable(failed.getMessage()).orElse(failed.toString()));
            default -> e.printStackTrace(err);
        }
        err.flush();
        return ExitCode.SOFTWARE;
    }

    private static int tellUse(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("`" + command.getCommandSpec().qualifiedName() + " --help` shows how it is used");
        }
        err.flush();
        return ExitCode.USAGE;
    }
}
