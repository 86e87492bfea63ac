package org.hasekura.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * The folder in which one node keeps all it knows. Only its owner may look inside, and only one node at a time works
 * in it: it is locked from {@link #open} to {@link #close}, also against other processes.
 *
 * <p>What is kept here is, as a rule, written once, at first start: a file is there whole or not at all.
 */
public final class DataFolder implements AutoCloseable {

    private static final int KEPT_BYTES_MAX = 64 * 1024;
    private static final int LOWEST_PORT = 10_240;
    private static final int HIGHEST_PORT = 32_000;
    private static final int PORT_TRIES_MAX = 500;

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Opens the folder, and makes it when there is none.
     *
     * @throws FolderInUseException if another node has it
     * @throws IOException if it cannot be made or written
     */
    public static DataFolder open(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            createPrivate(root.toAbsolutePath());
        }
        Path lock = root.resolve("node.lock");
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            Optional<FileLock> held = Optional.ofNullable(channel.tryLock());
            if (held.isPresent()) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
                return new DataFolder(root.toAbsolutePath(), channel);
            }
        } catch (OverlappingFileLockException _) {
            // A node of this process has it: the same answer as for another process.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new FolderInUseException(
                "another node works in `" + root + "`; stop it, or set `node.data-folder` to another folder");
    }

    /** A place in the folder. */
    public Path path(String name) {
        return root.resolve(name);
    }

    /** A folder in the folder, for its owner alone. */
    public Path folder(String name) throws IOException {
        Path folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
            createPrivate(folder);
        }
        return folder;
    }

    /**
     * What is kept under a name; made and made durable at first use. Only the owner of the folder may read it.
     *
     * @param name of the file
     */
    public byte[] kept(String name, Supplier<byte[]> first) throws IOException {
        Path file = root.resolve(name);
        if (Files.exists(file)) {
            if (Files.size(file) > KEPT_BYTES_MAX) {
                throw new IOException("`" + file + "` is longer than anything that is kept there");
            }
            return Files.readAllBytes(file);
        }
        byte[] made = first.get();
        writeSecret(file, made);
        return made;
    }

    /**
     * The port under a name: chosen at first start and the same ever after, since peers remember it.
     *
     * @param name for example {@code dsp}
     * @throws IOException if no port is free, or the file was changed by hand into something else
     */
    public int keptPort(String name, InetAddress bind) throws IOException {
        Path file = root.resolve(name + ".port");
        if (!Files.exists(file)) {
            writeSecret(file, (freePort(bind) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        String text = Files.size(file) > 10
                ? ""
                : Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65535) {
            throw new IOException("`" + file + "` holds no port; remove it to have a new one chosen");
        }
        return Integer.parseInt(text);
    }

    /** Gives the folder free for another node. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    /**
     * A port that is free now and stays so until it is bound: below those that systems hand out to connections by
     * themselves, and none of this folder's others, which may not be bound yet.
     */
    private int freePort(InetAddress bind) throws IOException {
        Set<String> kept = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root, "*.port")) {
            for (Path each : files) {
                kept.add(Files.readString(each, StandardCharsets.US_ASCII).strip());
            }
        }
        for (int tries = 0; tries < PORT_TRIES_MAX; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT + 1);
            if (!kept.contains(Integer.toString(port)) && isFree(bind, port)) {
                return port;
            }
        }
        throw new IOException("no free port was found on `" + bind.getHostAddress() + "`; set one");
    }

    private static boolean isFree(InetAddress bind, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(bind, port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** What was put under a name last. */
    public Optional<byte[]> find(String name) throws IOException {
        Path file = root.resolve(name);
        return Files.exists(file) ? Optional.of(kept(name, () -> new byte[0])) : Optional.empty();
    }

    /** Puts something in the place of what is under a name, durably; a crash leaves the old or the new. */
    public void put(String name, byte[] bytes) throws IOException {
        writeSecret(root.resolve(name), bytes);
    }

    /** Written aside, forced to the disk and then named: a crash leaves the old state or the new one. */
    private void writeSecret(Path file, byte[] bytes) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        try {
            Files.createFile(aside, ownerOnly(aside, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            throw new IOException("`" + aside + "` was made by somebody else just now", e);
        }
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(root);
    }

    /** The new name itself is durable only when the folder is; some systems cannot open a folder, and need not. */
    private static void forceFolder(Path folder) throws IOException {
        if (hasPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        Optional<Path> parent = Optional.ofNullable(folder.getParent());
        if (parent.isPresent()) {
            Files.createDirectories(parent.get());
        }
        Files.createDirectory(folder, ownerOnly(folder, "rwx------"));
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String rights) {
        return hasPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
