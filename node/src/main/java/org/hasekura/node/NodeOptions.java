package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.hasekura.client.TrustedCertificates;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of every command that drives a running node, and how such a command shows its answer. */
final class NodeOptions {

    private static final int TEXT_BYTES_MAX = 16 << 20;
    private static final int CERTIFICATES_BYTES_MAX = 1 << 20;

    @Option(
            names = "--node",
            paramLabel = "URL",
            description = "the management address of the node, as it says at its start; or HASEKURA_NODE",
            defaultValue = "${env:HASEKURA_NODE}")
    private Optional<String> node = Optional.empty();

    @Option(names = "--token", paramLabel = "TOKEN", description = "its token; or HASEKURA_TOKEN")
    private Optional<String> token = Optional.empty();

    @Option(names = "--token-file", paramLabel = "FILE", description = "a file with its token")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description =
                    "certificates in PEM that are trusted in place of the usual authorities, for example what the node's"
                            + " tls.certificate names; or HASEKURA_CACERT",
            defaultValue = "${env:HASEKURA_CACERT}")
    private Optional<Path> certificates = Optional.empty();

    @Option(names = "--json", description = "shows the answer as JSON")
    private boolean json;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    ManagementClient client() throws CommandFailed {
        return new ManagementClient(address(), token(), tls());
    }

    private Optional<SSLContext> tls() throws CommandFailed {
        if (certificates.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TrustedCertificates.of(FileInput.bytes(certificates.get(), CERTIFICATES_BYTES_MAX)));
        } catch (IOException e) {
            throw new CommandFailed("`" + certificates.get() + "`: " + e.getMessage());
        }
    }

    private URI address() {
        String text = node.orElseThrow(() -> new ParameterException(
                spec.commandLine(), "say which node: --node URL, the management address that it says at its start"));
        return ValueKind.HTTP_ADDRESS
                .reader()
                .apply(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "`" + text + "` is no address; expected for example `http://127.0.0.1:8181`"));
    }

    /** Whether a node is named, by option or environment. */
    boolean namesNode() {
        return node.isPresent();
    }

    boolean wantsJson() {
        return json;
    }

    /** Shows what the node answered, as a table with these columns first. */
    int show(byte[] answer, List<String> columns) throws CommandFailed {
        return show(answer, columns, Map.of());
    }

    /** The same with what it means in words that a column has nothing. */
    int show(byte[] answer, List<String> columns, Map<String, String> absent) throws CommandFailed {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? AnswerJson.pretty(answer) : AnswerJson.table(answer, columns, absent));
        out.flush();
        return 0;
    }

    /** Says something in words. */
    int say(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words);
        out.flush();
        return 0;
    }

    /** Writes what the node answered to a file, and says so. */
    int save(byte[] answer, Path file) throws CommandFailed {
        try {
            Files.write(file, answer);
        } catch (IOException e) {
            throw new CommandFailed("`" + file + "` cannot be written: " + e.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? RequestJson.of("file", file.toString()) : "written to " + file);
        out.flush();
        return 0;
    }

    /** The text of a file that goes to the node as it is; the node judges what stands in it. */
    static String text(Path file) throws CommandFailed {
        return new String(FileInput.bytes(file, TEXT_BYTES_MAX), StandardCharsets.UTF_8);
    }

    private Optional<String> token() throws CommandFailed {
        if (token.isPresent()) {
            return token;
        }
        if (tokenFile.isPresent()) {
            return Optional.of(text(tokenFile.get()).strip());
        }
        return Optional.ofNullable(System.getenv("HASEKURA_TOKEN")).filter(each -> !each.isBlank());
    }
}
