package org.hasekura.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the files of a bundle are called, and how they are read. */
final class BundleFiles {

    static final String README = "README.md";
    static final String README_JA = "README.ja.md";
    static final String PAGE = "verify.html";
    static final String MANIFEST = "manifest.json";
    static final String POLICY = "policy";
    static final String CHECKPOINT = "checkpoint";
    static final String DOCUMENTS = "dids.json";
    static final String PROOF = "proof";
    static final String ENTRIES = "entries";
    static final String LEAVES = "leaves";
    static final String BODY_LIST = "bodies.txt";
    static final String ROOTS = "timestamps/roots.pem";

    /** Those without which there is no bundle. */
    static final List<String> NEEDED =
            List.of(MANIFEST, POLICY, CHECKPOINT, DOCUMENTS, PROOF, ENTRIES, LEAVES, BODY_LIST);

    private static final String NUMBER = "(?:0|[1-9][0-9]{0,17})";
    private static final Pattern OTHERS = Pattern.compile("README\\.md|README\\.ja\\.md|verify\\.html|earlier/" + NUMBER
            + "\\.(?:checkpoint|consistency)|timestamps/(?:roots\\.pem|" + NUMBER + "-[0-9]{1,2}\\.(?:tsr|stamped))"
            + "|bodies/[0-9a-f]{64}");

    private final ZipArchive archive;

    BundleFiles(ZipArchive archive) {
        this.archive = archive;
    }

    static String earlierCheckpoint(long size) {
        return "earlier/" + size + ".checkpoint";
    }

    static String consistency(long size) {
        return "earlier/" + size + ".consistency";
    }

    static String body(Hash hash) {
        return "bodies/" + hash.hex();
    }

    /** Reads the directory and refuses an archive with files that no bundle has, or without those that each has. */
    static BundleFiles read(ByteSource source) throws BundleRefusedException, IOException {
        ZipArchive archive;
        try {
            archive = ZipArchive.read(source);
        } catch (MalformedException e) {
            throw new BundleRefusedException(BundleFault.FILE, e.reason());
        }
        for (String needed : NEEDED) {
            if (!archive.members().containsKey(needed)) {
                throw new BundleRefusedException(BundleFault.FILE, "it has no file `" + needed + "`");
            }
        }
        for (String name : archive.members().keySet()) {
            if (!NEEDED.contains(name) && !OTHERS.matcher(name).matches()) {
                throw new BundleRefusedException(BundleFault.FILE, "it has a file `" + name + "`, which no bundle has");
            }
        }
        return new BundleFiles(archive);
    }

    /** The names of the files in a folder, without it, in their order. */
    List<String> in(String folder) {
        return archive.members().keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .map(name -> name.substring(folder.length() + 1))
                .toList();
    }

    boolean has(String name) {
        return archive.members().containsKey(name);
    }

    InputStream open(String name) throws IOException {
        return archive.open(name).orElseThrow(() -> new ZipDamagedException("it has no file `" + name + "`"));
    }

    /** A whole file of limited length. */
    byte[] bytes(String name, int bytesMax) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new ZipDamagedException("the file `" + name + "` is longer than " + bytesMax + " bytes");
            }
            return bytes;
        }
    }

    Optional<byte[]> bytesOf(String name, int bytesMax) throws IOException {
        return has(name) ? Optional.of(bytes(name, bytesMax)) : Optional.empty();
    }
}
