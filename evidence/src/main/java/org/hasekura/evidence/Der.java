package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One value in the Distinguished Encoding Rules (ITU-T X.690): what timestamps are written in. Only what those need is read;
 * lengths must be definite and as short as they can be.
 *
 * @param tag its first byte
 * @param whole the value with tag and length
 * @param content the value without them
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Der(int tag, byte[] whole, byte[] content) {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OBJECT_ID = 0x06;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int PARTS_MAX = 1000;

    /** Reads exactly one value. */
    static Der read(byte[] bytes) throws MalformedException {
        List<Der> values = all(bytes);
        if (values.size() != 1) {
            throw new MalformedException("not one DER value but " + values.size());
        }
        return values.getFirst();
    }

    private static List<Der> all(byte[] bytes) throws MalformedException {
        List<Der> values = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            if (bytes.length - at < 2 || (bytes[at] & 0x1f) == 0x1f || values.size() == PARTS_MAX) {
                throw new MalformedException("no DER value at byte " + at);
            }
            int head = 2;
            long length = bytes[at + 1] & 0xff;
            if (length >= 0x80) {
                int count = (int) length & 0x7f;
                if (count < 1 || count > 4 || bytes.length - at < 2 + count || bytes[at + 2] == 0) {
                    throw new MalformedException("no DER length at byte " + (at + 1));
                }
                length = 0;
                for (int i = 0; i < count; i++) {
                    length = (length << 8) | (bytes[at + 2 + i] & 0xff);
                }
                head = 2 + count;
                if (length < 0x80) {
                    throw new MalformedException("a DER length at byte " + (at + 1) + " that could be shorter");
                }
            }
            if (length > bytes.length - at - head) {
                throw new MalformedException("the DER value at byte " + at + " breaks off");
            }
            int end = at + head + (int) length;
            values.add(new Der(
                    bytes[at] & 0xff, Arrays.copyOfRange(bytes, at, end), Arrays.copyOfRange(bytes, at + head, end)));
            at = end;
        }
        return values;
    }

    /** The values in this one, which must have this tag. */
    List<Der> parts(int wanted) throws MalformedException {
        return all(content(wanted));
    }

    /** The content of this one, which must have this tag. */
    byte[] content(int wanted) throws MalformedException {
        if (tag != wanted) {
            throw new MalformedException("a DER value with the tag " + tag + " where " + wanted + " belongs");
        }
        return content;
    }

    /** An object identifier in dots. */
    String objectId() throws MalformedException {
        byte[] bytes = content(OBJECT_ID);
        StringBuilder out = new StringBuilder();
        long arc = 0;
        for (byte each : bytes) {
            if (arc >> 50 != 0) {
                throw new MalformedException("an object identifier with too large a number");
            }
            arc = (arc << 7) | (each & 0x7f);
            if (each >= 0) {
                if (out.isEmpty()) {
                    long first = Math.min(arc / 40, 2);
                    out.append(first).append('.').append(arc - 40 * first);
                } else {
                    out.append('.').append(arc);
                }
                arc = 0;
            }
        }
        if (out.isEmpty() || bytes[bytes.length - 1] < 0) {
            throw new MalformedException("an object identifier that breaks off");
        }
        return out.toString();
    }

    /** The text of ASCII bytes. */
    String ascii() {
        return new String(content, StandardCharsets.US_ASCII);
    }

    /** The first of these with this tag. */
    static Optional<Der> tagged(List<Der> parts, int tag) {
        return parts.stream().filter(part -> part.tag() == tag).findFirst();
    }

    /** The part at this place, which must be there. */
    static Der at(List<Der> parts, int index) throws MalformedException {
        if (index >= parts.size()) {
            throw new MalformedException("a DER value with " + parts.size() + " parts, of which one is missing");
        }
        return parts.get(index);
    }

    /** A value with this tag and content. */
    static byte[] write(int tag, byte[]... contents) {
        int length = Arrays.stream(contents).mapToInt(each -> each.length).sum();
        int lengthBytes = length < 0x80 ? 0 : (39 - Integer.numberOfLeadingZeros(length)) / 8;
        byte[] out = new byte[2 + lengthBytes + length];
        out[0] = (byte) tag;
        out[1] = (byte) (lengthBytes == 0 ? length : 0x80 | lengthBytes);
        for (int i = 0; i < lengthBytes; i++) {
            out[2 + i] = (byte) (length >> (8 * (lengthBytes - 1 - i)));
        }
        int at = 2 + lengthBytes;
        for (byte[] each : contents) {
            System.arraycopy(each, 0, out, at, each.length);
            at += each.length;
        }
        return out;
    }
}
