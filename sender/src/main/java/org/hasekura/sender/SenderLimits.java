package org.hasekura.sender;

import java.time.Duration;

/**
 * What strangers may take of a sender.
 *
 * @param headBytesMax of one request
 * @param connectionsMax open at the same time, of all addresses; one more is closed at once
 * @param connectionsPerAddressMax of one address
 * @param headTime within which the head of a request, and the agreement on keys before it, must be whole
 * @param idleTime after which a connection on which nothing moves is closed: none asks, or who asked takes nothing
 */
public record SenderLimits(
        int headBytesMax, int connectionsMax, int connectionsPerAddressMax, Duration headTime, Duration idleTime) {}
