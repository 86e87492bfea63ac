package org.hasekura.node;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hasekura.law.FlowStatement;
import picocli.CommandLine.Option;

/** A flow typed as options, in the codes of the law data. */
final class LawFlowOptions {

    @Option(names = "--from", paramLabel = "COUNTRY", description = "country of the exporter, such as DE")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "COUNTRY", description = "country of the importer, such as JP")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--operation",
            paramLabel = "CODE",
            defaultValue = "transfer",
            description = "transfer, onward, remote-access, direct-collection, domestic-provision, handling,"
                    + " governmental-access or measure (default: ${DEFAULT-VALUE})")
    private String operation = "transfer";

    @Option(
            names = "--role",
            paramLabel = "EXPORTER:IMPORTER",
            defaultValue = "controller:controller",
            description = "controller or processor for each side (default: ${DEFAULT-VALUE})")
    private String roles = "controller:controller";

    @Option(
            names = "--kind",
            paramLabel = "EXPORTER:IMPORTER",
            defaultValue = "business:business",
            description = "business, public-authority, university, press, … for each side (default: ${DEFAULT-VALUE})")
    private String kinds = "business:business";

    @Option(
            names = "--subject-to",
            paramLabel = "LAW",
            split = ",",
            description = "laws the importer is subject to: APPI, PIPEDA, PIPA, LGPD, GDPR-3(2)")
    private List<String> subjectTo = List.of();

    @Option(
            names = "--certified",
            paramLabel = "LIST",
            split = ",",
            description = "lists on which the importer stands: DPF, DPF:HR, DPF-UK-EXT, APEC-CBPR, GLOBAL-CBPR, …")
    private List<String> certified = List.of();

    @Option(
            names = "--relation",
            paramLabel = "CODE",
            description = "of the importer to the exporter: subsidiary, parent, group, branch, client, …")
    private Optional<String> relation = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "WORD",
            split = ",",
            defaultValue = "personal",
            description = {
                "facts about the data (default: ${DEFAULT-VALUE}): personal, non-personal, special:health, criminal,"
                        + " children, hr, pseudonymised, anonymised, industrial, manual, national-id:…, class:…,"
                        + " technology:LIST/ENTRY, …",
                "origin:EU says whose law attached first (default: that of the exporter's country)"
            })
    private List<String> data = List.of();

    @Option(
            names = "--purpose",
            paramLabel = "CODE",
            defaultValue = "general",
            description = "general, statistics, press, academic-study, law-enforcement, … (default: ${DEFAULT-VALUE})")
    private String purpose = "general";

    @Option(
            names = "--fact",
            paramLabel = "CODE",
            split = ",",
            description = "what else is true: necessary, occasional, no-consent, same-controller, …")
    private List<String> facts = List.of();

    @Option(
            names = "--tool",
            paramLabel = "TOOL",
            description = {
                "an instrument in place; may be given several times: scc-2021:MODULE, scc-2010, bcr,approved,"
                        + " explicit-consent,informedOfTransferRisk, art9-basis:9(2)(h), equivalent-measures,"
                        + " entrustment, …",
                "with attributes after commas, such as signed=2021-10-01"
            })
    private List<String> tools = List.of();

    @Option(
            names = "--tia",
            paramLabel = "RESULT[@DAY]",
            description = "transfer impact assessment of these tools: positive, positive-with-measures or negative")
    private Optional<String> assessment = Optional.empty();

    @Option(
            names = "--first-hop",
            paramLabel = "REGIME:GROUND",
            description = "for data that came from another regime: EU:A45-3 for an adequacy decision")
    private Optional<String> onward = Optional.empty();

    boolean isStated() {
        return from.isPresent() || to.isPresent();
    }

    boolean isWhole() {
        return from.isPresent() && to.isPresent();
    }

    FlowStatement statement(LocalDate day) {
        return new FlowStatement(
                operation,
                from.orElse(""),
                to.orElse(""),
                List.of(roles.split(":", -1)),
                List.of(kinds.split(":", -1)),
                subjectTo,
                certified,
                relation,
                data,
                purpose,
                facts,
                tools,
                assessment,
                onward,
                day);
    }
}
