package org.hasekura.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The bytes of one file of an archive, unpacked piece by piece and compared with its size and CRC-32 at the end. */
final class ZipMemberStream extends InputStream {

    private static final int PIECE = 1 << 16;

    private final ByteSource source;
    private final ZipArchive.Member member;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private long taken;
    private long given;
    private boolean closed;

    ZipMemberStream(ByteSource source, ZipArchive.Member member) {
        this.source = source;
        this.member = member;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        if (length == 0) {
            return 0;
        }
        int read = member.method() == 0 ? stored(into, offset, length) : inflated(into, offset, length);
        if (read < 0) {
            if (given != member.size() || taken != member.packed() || crc.getValue() != member.crc()) {
                throw damaged("it is not the one that was packed");
            }
            return -1;
        }
        crc.update(into, offset, read);
        given += read;
        if (given > member.size()) {
            throw damaged("it is longer than the directory says");
        }
        return read;
    }

    private int stored(byte[] into, int offset, int length) throws IOException {
        int count = (int) Math.min(length, member.packed() - taken);
        if (count == 0) {
            return -1;
        }
        System.arraycopy(source.read(member.data() + taken, count), 0, into, offset, count);
        taken += count;
        return count;
    }

    private int inflated(byte[] into, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(into, offset, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    return inflater.getRemaining() == 0 ? -1 : fail("it has something after its end");
                }
                int piece = (int) Math.min(PIECE, member.packed() - taken);
                if (inflater.needsDictionary() || piece == 0) {
                    return fail("it breaks off");
                }
                inflater.setInput(source.read(member.data() + taken, piece));
                taken += piece;
            }
        } catch (DataFormatException e) {
            return fail("it cannot be unpacked");
        }
    }

    private int fail(String how) throws ZipDamagedException {
        throw damaged(how);
    }

    private ZipDamagedException damaged(String how) {
        return new ZipDamagedException("the file `" + member.name() + "` is damaged: " + how);
    }

    @Override
    public void close() {
        closed = true;
        inflater.end();
    }
}
