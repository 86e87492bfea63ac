package org.hasekura.law;

import java.io.IOException;
import java.io.InputStream;

/** The packaged data files beside the classes. A broken one is our own error. */
final class PackagedJson {
    private PackagedJson() {}

    /** What a file means. */
    interface Meaning<T> {
        T of(FieldsJson file) throws LawDataException;
    }

    static byte[] bytes(String file) {
        try (InputStream in = PackagedJson.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("`" + file + "` is not packaged");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("`" + file + "` cannot be read: " + e.getMessage(), e);
        }
    }

    static <T> T read(String file, Meaning<T> meaning) {
        try {
            return meaning.of(FieldsJson.document(file, bytes(file)));
        } catch (LawDataException e) {
            throw new IllegalStateException("the packaged law data are broken: " + e.getMessage(), e);
        }
    }
}
