package org.hasekura.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * How an agreement has been used: the start of a transfer is a use, its resumption is not.
 *
 * @param count uses up to and with the one that is asked about
 * @param first when the first of them was; absent if the one that is asked about is the first
 */
public record Uses(long count, Optional<Instant> first) {

    public Uses {
        if (count < 1) {
            throw new IllegalArgumentException("the use that is asked about is one, so that the count is not " + count);
        }
    }
}
