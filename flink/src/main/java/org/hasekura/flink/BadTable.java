package org.hasekura.flink;

import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** A table that cannot be read as what it should be: no other worker would fare better, so Flink does not try again. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class BadTable extends IOException {

    private static final long serialVersionUID = 1;

    BadTable(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
