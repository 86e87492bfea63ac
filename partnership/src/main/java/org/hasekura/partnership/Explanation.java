package org.hasekura.partnership;

import java.util.Optional;

/**
 * Comply or explain: why a side is late.
 *
 * @param newDate until when it now means to do it; each new date after the first is counted as a slip
 */
public record Explanation(Side side, String words, Optional<PartialDate> newDate) {}
