package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.hasekura.delivery.Sink;

/** Received data in a folder: one folder for each transfer, the part that is still coming beside the tag it belongs to. */
final class FileSink implements Sink {

    /** What has come so far. */
    static final String PART = ".part";

    /** How many bytes there will be, for the pages; absent where the provider has not said. */
    static final String TOTAL = ".total";

    private final Path root;

    FileSink(Path root) {
        this.root = root;
    }

    @Override
    public Part part(String transferPid) throws IOException {
        Path folder = root.resolve(transferPid).normalize();
        if (!folder.startsWith(root) || folder.equals(root)) {
            throw new IOException("`" + transferPid + "` cannot be the name of a folder");
        }
        Files.createDirectories(folder);
        return new FilePart(folder);
    }

    private static final class FilePart implements Part {
        private final Path folder;
        private final Path part;
        private final Path tagFile;
        private final FileChannel channel;

        FilePart(Path folder) throws IOException {
            this.folder = folder;
            this.part = folder.resolve(PART);
            this.tagFile = folder.resolve(".tag");
            this.channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.position(channel.size());
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public Optional<String> tag() throws IOException {
            return Files.exists(tagFile)
                    ? Optional.of(Files.readString(tagFile, StandardCharsets.UTF_8))
                    : Optional.empty();
        }

        @Override
        public void begin(Optional<String> tag) throws IOException {
            channel.truncate(0);
            if (tag.isPresent()) {
                Files.writeString(tagFile, tag.get(), StandardCharsets.UTF_8);
            } else {
                Files.deleteIfExists(tagFile);
            }
        }

        @Override
        public void expect(long total) throws IOException {
            Files.writeString(folder.resolve(TOTAL), Long.toString(total), StandardCharsets.US_ASCII);
        }

        @Override
        public void append(byte[] bytes, int from, int length) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }

        @Override
        public InputStream read() throws IOException {
            return Files.newInputStream(part);
        }

        @Override
        public String finish(String name) throws IOException {
            channel.force(true);
            Path file = folder.resolve(name).normalize();
            if (!folder.equals(file.getParent())) {
                throw new IOException("`" + name + "` cannot be the name of a file");
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(tagFile);
            Files.deleteIfExists(folder.resolve(TOTAL));
            try (FileChannel parent = FileChannel.open(folder, StandardOpenOption.READ)) {
                parent.force(true);
            }
            return file.toString();
        }

        @Override
        public void discard() throws IOException {
            Files.deleteIfExists(part);
            Files.deleteIfExists(tagFile);
            Files.deleteIfExists(folder.resolve(TOTAL));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
