package org.hasekura.node;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code hasekura}: the root of all commands. */
@Command(
        name = "hasekura",
        description = "Sends data between Europe and Japan, knows on what ground, and can prove it.",
        mixinStandardHelpOptions = true,
        versionProvider = HasekuraCommand.Version.class)
final class HasekuraCommand {

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

    /** In the order in which help lists them. */
    private static final SequencedMap<String, Class<?>> COMMANDS = commands();

    private HasekuraCommand() {}

    private static SequencedMap<String, Class<?>> commands() {
        var commands = new LinkedHashMap<String, Class<?>>();
        commands.put("demo", DemoCommand.class);
        commands.put("node", NodeCommand.class);
        commands.put("dataset", DatasetCommand.class);
        commands.put("catalog", CatalogCommand.class);
        commands.put("negotiation", NegotiationCommand.class);
        commands.put("agreement", AgreementCommand.class);
        commands.put("transfer", TransferCommand.class);
        commands.put("duty", DutyCommand.class);
        commands.put("participant", ParticipantCommand.class);
        commands.put("limit", LimitCommand.class);
        commands.put("question", QuestionCommand.class);
        commands.put("guest", GuestCommand.class);
        commands.put("receipt", ReceiptCommand.class);
        commands.put("events", EventsCommand.class);
        commands.put("webhook", WebhookCommand.class);
        commands.put("portal", PortalCommand.class);
        commands.put("api", ApiCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("bundle", BundleCommand.class);
        commands.put("witness", WitnessCommand.class);
        commands.put("auditor", AuditorCommand.class);
        commands.put("audit", AuditCommand.class);
        commands.put("review", ReviewCommand.class);
        commands.put("timestamps", TimestampsCommand.class);
        commands.put("law", LawCommand.class);
        commands.put("site", SiteCommand.class);
        commands.put("resilience", ResilienceCommand.class);
        commands.put("partnership", PartnershipCommand.class);
        commands.put("example", ExampleCommand.class);
        return commands;
    }

    /** The command that the arguments begin with, or all of them: making one is much faster than making all. */
    static CommandLine line(String... arguments) {
        var line = new CommandLine(new HasekuraCommand());
        Optional.of(arguments)
                .filter(given -> given.length > 0)
                .flatMap(given -> Optional.ofNullable(COMMANDS.get(given[0])))
                .ifPresentOrElse(line::addSubcommand, () -> COMMANDS.values().forEach(line::addSubcommand));
        return line.setExecutionExceptionHandler((e, command, _) -> tell(e, command.getErr()))
                .setParameterExceptionHandler(HasekuraCommand::tellUse)
                .setUsageHelpAutoWidth(true);
    }

    private static int tell(Exception e, PrintWriter err) {
        Main.tell(e, err);
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
