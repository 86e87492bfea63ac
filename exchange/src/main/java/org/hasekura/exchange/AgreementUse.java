package org.hasekura.exchange;

import java.time.Instant;

/**
 * How an agreement under which this side provides has been used. The start of a transfer is a use; that it is resumed is
 * none.
 *
 * @param count transfers that were started under it, at least one
 * @param first when the first of them was
 */
public record AgreementUse(String agreementId, long count, Instant first) {}
