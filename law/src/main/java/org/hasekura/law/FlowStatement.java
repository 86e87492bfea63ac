package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A flow as a person states it in single words, such as on a command line. Codes are those of the vocabulary; {@link FlowReading} reads
 * it.
 *
 * @param from country of the exporter, such as {@code DE}
 * @param to country of the importer
 * @param roles of both, {@code controller:processor}; one word stands for both
 * @param kinds of both, {@code business:public-authority}; one word stands for both
 * @param subjectTo laws the importer is subject to, such as {@code APPI}
 * @param certified lists on which the importer stands, such as {@code DPF}
 * @param relation of the importer to the exporter, such as {@code subsidiary}
 * @param data {@code personal}, {@code special:health}, {@code origin:EU}, …
 * @param tools {@code scc-2021:2}, {@code bcr,approved}, {@code explicit-consent,informedOfTransferRisk}, …
 * @param assessment {@code positive@2025-03-01}, for the tools that need one
 * @param onward {@code EU:A45-3}: regime of the first exporter and ground of the first hop
 */
public record FlowStatement(
        String operation,
        String from,
        String to,
        List<String> roles,
        List<String> kinds,
        List<String> subjectTo,
        List<String> certified,
        Optional<String> relation,
        List<String> data,
        String purpose,
        List<String> facts,
        List<String> tools,
        Optional<String> assessment,
        Optional<String> onward,
        LocalDate day) {}
