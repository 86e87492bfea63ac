package org.hasekura.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A folder as one ZIP archive, the same bytes for the same files: in the order of their paths, without times, owners and empty
 * folders. Links are refused wherever they lead, so that nothing from outside the folder ever comes into it.
 */
final class FolderArchive {

    static final int FILES_MAX = 10_000;
    private static final int DEPTH_MAX = 32;
    /** The first that a ZIP archive can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final TreeMap<String, Path> files = new TreeMap<>();
    private long bytes;

    private FolderArchive() {}

    /**
     * Looks through a folder that lies in one of the roots.
     *
     * @param bytesMax of all files together
     * @throws IOException when it lies elsewhere, cannot be read, or has a link, nothing or too much in it, in words
     */
    static FolderArchive of(Path folder, List<Path> roots, long bytesMax) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is no folder");
        }
        Path real = folder.toRealPath();
        boolean isAllowed = false;
        for (Path root : roots) {
            isAllowed |= Files.isDirectory(root) && real.startsWith(root.toRealPath());
        }
        if (!isAllowed) {
            throw new IOException(
                    "it does not lie in a folder that the setting `data.folders` names, of which alone folders are offered");
        }
        var archive = new FolderArchive();
        archive.look(real, "", 0, bytesMax);
        if (archive.files.isEmpty()) {
            throw new IOException("there is no file in it");
        }
        return archive;
    }

    private void look(Path folder, String path, int depth, long bytesMax) throws IOException {
        if (depth > DEPTH_MAX) {
            throw new IOException("it has folders deeper than " + DEPTH_MAX);
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path each : entries) {
                String name = path + each.getFileName();
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    look(each, name + "/", depth + 1, bytesMax);
                } else if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                    bytes += Files.size(each);
                    files.put(name, each);
                } else {
                    throw new IOException("`" + name + "` in it is a link or no file; take it out");
                }
                if (files.size() > FILES_MAX || bytes > bytesMax) {
                    throw new IOException("it has more than " + FILES_MAX + " files or " + bytesMax + " bytes in it");
                }
            }
        }
    }

    /** Writes the archive, and does not close. */
    void writeTo(OutputStream sink) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(sink);
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        for (var file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            // Looked at anew: what has become a link since is not followed.
            try (var in = Files.newInputStream(file.getValue(), LinkOption.NOFOLLOW_LINKS)) {
                in.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
    }
}
