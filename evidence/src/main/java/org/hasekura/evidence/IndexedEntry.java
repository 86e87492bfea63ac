package org.hasekura.evidence;

/**
 * An entry as it lies in the log.
 *
 * @param index its number, from 0
 * @param bytes the canonical bytes that its leaf hash is made of
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are hashed and copied out, instances are never compared
public record IndexedEntry(long index, byte[] bytes) {}
