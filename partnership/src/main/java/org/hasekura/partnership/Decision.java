package org.hasekura.partnership;

import java.util.Optional;

/**
 * What a meeting decided.
 *
 * @param about the promise that was on the agenda
 * @param commitment the new promise that it was recorded as
 */
public record Decision(String meeting, String words, Optional<String> about, Optional<String> commitment) {}
