package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the settings of a node from a file, for commands. */
final class SettingsFile {

    private static final long BYTES_MAX = 1 << 20;

    private SettingsFile() {}

    /** @throws CommandFailed with everything that is wrong with the file */
    static Settings read(Path file) throws CommandFailed {
        return switch (SettingsReader.read(text(file), folderOf(file))) {
            case SettingsReader.Reading.Read(Settings settings) -> settings;
            case SettingsReader.Reading.Refused(var problems) ->
                throw new CommandFailed(
                        problems.stream().map(problem -> file + ": " + problem).collect(Collectors.joining("\n")));
        };
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    }

    private static String text(Path file) throws CommandFailed {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new CommandFailed("`" + file + "` is longer than 1 MiB; this is no settings file");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            throw new CommandFailed("there is no file `" + file + "`; `hasekura node --print-defaults > " + file
                    + "` makes one to fill in");
        } catch (CharacterCodingException _) {
            throw new CommandFailed("`" + file + "` is not text in UTF-8");
        } catch (IOException e) {
            throw new CommandFailed("`" + file + "` cannot be read: " + e.getMessage());
        }
    }
}
