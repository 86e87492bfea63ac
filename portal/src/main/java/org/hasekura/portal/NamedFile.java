package org.hasekura.portal;

/** A file that comes with a form or is handed out, small enough to be held whole. */
public final class NamedFile {

    private final String name;
    private final String mediaType;
    private final byte[] bytes;

    /**
     * A file.
     *
     * @param name without a path; of a file that came, as its sender calls it
     * @param bytes not copied: the file owns them
     */
    public NamedFile(String name, String mediaType, byte[] bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] bytes() {
        return bytes;
    }
}
