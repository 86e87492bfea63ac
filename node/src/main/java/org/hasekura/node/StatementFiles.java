package org.hasekura.node;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.hasekura.partnership.Read;
import org.hasekura.partnership.Statement;

/** Reads a joint statement from a file: PDF, DOCX or text in UTF-8, told apart by how they begin. */
final class StatementFiles {

    static final int BYTES_MAX = 32 << 20;

    private StatementFiles() {}

    static Statement read(Path file) throws CommandFailed {
        return read(FileInput.bytes(file, BYTES_MAX), "`" + FileInput.name(file) + "`");
    }

    /** @param name of the file in backticks, for what is wrong with it */
    static Statement read(byte[] bytes, String name) throws CommandFailed {
        String text = begins(bytes, "%PDF-")
                ? PdfStatement.text(bytes, name)
                : begins(bytes, "PK") ? DocxStatement.text(bytes, name) : plain(bytes, name);
        return switch (Statement.of(text)) {
            case Read.Done<Statement>(Statement statement) -> statement;
            case Read.Refused<Statement> refused -> throw new CommandFailed(name + ": " + refused.line());
        };
    }

    private static boolean begins(byte[] bytes, String mark) {
        return new String(bytes, 0, Math.min(bytes.length, mark.length()), StandardCharsets.ISO_8859_1).equals(mark);
    }

    private static String plain(byte[] bytes, String name) throws CommandFailed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new CommandFailed(String.format(
                    Locale.ROOT, "%s is neither PDF nor DOCX nor text in UTF-8; save it as one of them", name));
        }
    }
}
