package org.hasekura.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A zip file read by its directory, with everything refused that a bundle has no need of: comments, encryption, several
 * disks, sizes of more than 32 bits, names twice or with odd characters, files that overlap. Two readers of such a file
 * cannot see two different things in it. PKWARE APPNOTE 6.3.10 §4.3.
 */
final class ZipArchive {

    /** Most files in one archive. */
    static final int FILES_MAX = 60_000;

    private static final int END_BYTES = 22;
    private static final int DIRECTORY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final long LIMIT = 0xffff_fffeL;

    /**
     * A file in the archive.
     *
     * @param data where its bytes begin
     */
    record Member(String name, int method, long crc, long packed, long size, long data) {}

    private final ByteSource source;
    private final Map<String, Member> members;

    private ZipArchive(ByteSource source, Map<String, Member> members) {
        this.source = source;
        this.members = Collections.unmodifiableMap(members);
    }

    /** Reads the directory. What it says of each file is checked when the file is read. */
    static ZipArchive read(ByteSource source) throws IOException, MalformedException {
        long size = source.size();
        if (size < END_BYTES || size > LIMIT) {
            throw new MalformedException("it is no zip file of at most 4 GiB");
        }
        ByteBuffer end = little(source.read(size - END_BYTES, END_BYTES));
        int files = end.getShort(10) & 0xffff;
        long directory = unsigned(end, 16);
        long length = unsigned(end, 12);
        boolean isWhole = end.getInt(0) == 0x06054b50
                && end.getInt(4) == 0
                && (end.getShort(8) & 0xffff) == files
                && end.getShort(20) == 0
                && directory + length == size - END_BYTES;
        if (!isWhole || files > FILES_MAX || length > (long) FILES_MAX * 512) {
            throw new MalformedException("it does not end as a zip file of one disk without a comment");
        }
        return new ZipArchive(source, members(source, files, directory, little(source.read(directory, (int) length))));
    }

    private static Map<String, Member> members(ByteSource source, int files, long directory, ByteBuffer in)
            throws IOException, MalformedException {
        Map<String, Member> members = new LinkedHashMap<>();
        long next = 0;
        for (int i = 0; i < files; i++) {
            int at = in.position();
            if (in.remaining() < DIRECTORY_BYTES || in.getInt(at) != 0x02014b50) {
                throw new MalformedException("its directory breaks off at file " + i);
            }
            int name = in.getShort(at + 28) & 0xffff;
            int rest = name + (in.getShort(at + 30) & 0xffff) + (in.getShort(at + 32) & 0xffff);
            if (in.remaining() < DIRECTORY_BYTES + rest) {
                throw new MalformedException("its directory breaks off at file " + i);
            }
            Member member = member(source, in, at, text(in, at + DIRECTORY_BYTES, name), next);
            next = member.data() + member.packed();
            if (next > directory || members.put(member.name(), member) != null) {
                throw new MalformedException("the file `" + member.name() + "` is in it twice, or runs over its end");
            }
            in.position(at + DIRECTORY_BYTES + rest);
        }
        if (in.hasRemaining()) {
            throw new MalformedException("its directory has something after the last file");
        }
        return members;
    }

    /** Files lie in the order of the directory; each begins where the one before has ended, or after it. */
    private static Member member(ByteSource source, ByteBuffer in, int at, String name, long from)
            throws IOException, MalformedException {
        int method = in.getShort(at + 10);
        long packed = unsigned(in, at + 20);
        long size = unsigned(in, at + 24);
        long local = unsigned(in, at + 42);
        boolean isKnown = (method == 0 && packed == size) || method == 8;
        if (!isKnown
                || (in.getShort(at + 8) & 1) != 0
                || packed > LIMIT
                || size > LIMIT
                || local < from
                || local > source.size() - LOCAL_BYTES) {
            throw new MalformedException("the file `" + Texts.shown(name) + "` is packed in a way not used here");
        }
        ByteBuffer head = little(source.read(local, LOCAL_BYTES));
        int nameBytes = head.getShort(26) & 0xffff;
        int skipped = nameBytes + (head.getShort(28) & 0xffff);
        if (head.getInt(0) != 0x04034b50
                || head.getShort(8) != method
                || local + LOCAL_BYTES + skipped > source.size()
                || !name.equals(text(little(source.read(local + LOCAL_BYTES, nameBytes)), 0, nameBytes))) {
            throw new MalformedException("the file `" + Texts.shown(name) + "` is not where the directory says");
        }
        return new Member(name, method, unsigned(in, at + 16), packed, size, local + LOCAL_BYTES + skipped);
    }

    private static String text(ByteBuffer in, int at, int length) throws MalformedException {
        byte[] bytes = new byte[length];
        in.get(at, bytes);
        String name = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*") || length > 200) {
            throw new MalformedException("`" + Texts.shown(name) + "` is no name of a file in a bundle");
        }
        return name;
    }

    /** The files by name, in their order. */
    Map<String, Member> members() {
        return members;
    }

    /**
     * A file of the archive, from its beginning. Its size and CRC-32 are compared when its end is reached.
     *
     * @return empty if there is none of this name
     */
    Optional<InputStream> open(String name) {
        return Optional.ofNullable(members.get(name)).map(member -> new ZipMemberStream(source, member));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long unsigned(ByteBuffer in, int at) {
        return in.getInt(at) & 0xffff_ffffL;
    }
}
