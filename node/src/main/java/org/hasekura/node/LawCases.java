package org.hasekura.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hasekura.law.CaseFile;
import org.hasekura.law.CaseFileJson;
import org.hasekura.law.LawDataException;
import org.hasekura.law.NearestWord;

/** The cases that a command of {@code law} is given. */
final class LawCases {

    private LawCases() {}

    /** All cases of the file; {@code -} is standard input. */
    static CaseFile read(Path file) throws CommandFailed {
        try {
            return CaseFileJson.read(FileInput.name(file), FileInput.bytes(file, CaseFileJson.BYTES_MAX));
        } catch (LawDataException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    /** The one case of that id; without an id the only one there is. */
    static CaseFile.Case chosen(List<CaseFile.Case> cases, Optional<String> id) throws CommandFailed {
        if (id.isEmpty() && cases.size() != 1) {
            throw new CommandFailed("the file has " + cases.size() + " cases; say which one by its id");
        }
        Optional<CaseFile.Case> chosen = cases.stream()
                .filter(each -> id.isEmpty() || each.id().equals(id.get()))
                .findFirst();
        if (chosen.isPresent()) {
            return chosen.get();
        }
        List<String> ids = cases.stream().map(CaseFile.Case::id).toList();
        throw new CommandFailed("there is no case `" + id.orElse("") + "`"
                + NearestWord.to(id.orElse(""), ids)
                        .map(nearest -> "; did you mean `" + nearest + "`?")
                        .orElse(""));
    }
}
