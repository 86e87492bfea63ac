package org.hasekura.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.hasekura.node.Settings;
import org.hasekura.node.SettingsReader;

/** The settings of a node that is measured: as they come, but without a limit on requests from one address. */
final class BenchSettings {

    private BenchSettings() {}

    static String text(String name, String country, Path folder) {
        return """
                node.name = %s
                node.data-folder = %s
                node.development = true
                organisation.name = %s (bench)
                organisation.country = %s
                organisation.sector = automotive
                limits.requests-per-minute = 100000000
                log.level = error
                """.formatted(name, folder, name, country);
    }

    static Settings read(String text, Path folder) throws IOException {
        return switch (SettingsReader.read(text, folder)) {
            case SettingsReader.Reading.Read(Settings settings) -> settings;
            case SettingsReader.Reading.Refused(var problems) -> throw new IOException(String.join("; ", problems));
        };
    }
}
