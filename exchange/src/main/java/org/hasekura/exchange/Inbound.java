package org.hasekura.exchange;

/**
 * Who sent a message, and what shall be remembered of it.
 *
 * @param peer the sender's DID, authenticated
 * @param token the token that came with it; it becomes used with the commit
 * @param body the JSON text as it came
 * @param bodyHash lower-case hex SHA-256 of the body's bytes
 */
public record Inbound(String peer, Commit.TokenUse token, String body, String bodyHash) {}
