package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.hasekura.delivery.Source;

/** Bytes that lie in files of this machine; a location is an absolute path. */
final class FileSource implements Source {

    @Override
    public InputStream open(String location, long from) throws IOException {
        FileChannel channel = FileChannel.open(Path.of(location), StandardOpenOption.READ);
        try {
            channel.position(from);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return Channels.newInputStream(channel);
    }

    @Override
    public Optional<State> state(String location) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(Path.of(location), BasicFileAttributes.class);
            return Optional.of(
                    new State(attributes.size(), attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
