package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hasekura.evidence.testing.ZipFiles;
import org.hasekura.tests.fuzz.Target;

/** Statements as files, and descriptions that come by the management API. */
public final class NodeTargets {

    private static final String WORDS = "<?xml version=\"1.0\"?><w:document"
            + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>We will."
            + "</w:t><w:tab/></w:r></w:p></w:body></w:document>";

    private NodeTargets() {}

    public static List<Target> all() throws IOException {
        return List.of(
                new Target(
                        "node/docx",
                        List.of(docx(WORDS.getBytes(StandardCharsets.UTF_8))),
                        input -> refusing(() -> StatementFiles.read(input, "file"))),
                new Target(
                        "node/docx-words",
                        Target.bytes(List.of(WORDS)),
                        input -> refusing(() -> StatementFiles.read(docx(input), "file"))),
                new Target(
                        "node/paths",
                        Target.bytes(List.of("/dsp/2025-1/catalog/datasets/a%2Fb?x", "/portal/%E6%97%A5")),
                        input -> PathSegments.decode(new String(input, StandardCharsets.ISO_8859_1))));
    }

    private interface Step {
        void run() throws CommandFailed, IOException;
    }

    private static void refusing(Step step) throws IOException {
        try {
            step.run();
        } catch (CommandFailed refused) {
            // That is an answer.
        }
    }

    private static byte[] docx(byte[] words) throws IOException {
        return ZipFiles.zip(Map.of("word/document.xml", words));
    }
}
