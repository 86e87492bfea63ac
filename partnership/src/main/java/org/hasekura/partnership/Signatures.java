package org.hasekura.partnership;

/** Port: whether a signature is by the seat that the event names. */
@FunctionalInterface
public interface Signatures {

    boolean stand(Author.Seat seat, byte[] written, Signature signature);
}
