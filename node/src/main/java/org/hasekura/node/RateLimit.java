package org.hasekura.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How often one address may ask: a bucket of tokens for each, full at first, refilled evenly over time (token bucket,
 * RFC 2697 without colours). An address beyond the most that are remembered pushes out the one that has been silent
 * longest, whose bucket is full again by then or nearly so.
 */
final class RateLimit {

    private static final int ADDRESSES_MAX = 50_000;

    private final double bucket;
    private final double perNano;

    // Guarded by this; in the order of last use.
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    private record Bucket(double tokens, long nanos) {}

    RateLimit(int requestsPerMinute) {
        this.bucket = requestsPerMinute;
        this.perNano = requestsPerMinute / 60e9;
    }

    /**
     * Takes a token for one request.
     *
     * @param nanos now, by a clock that never goes back
     * @return nothing if the request may go on, else in how many seconds it may be repeated
     */
    synchronized OptionalLong secondsToWait(String address, long nanos) {
        Bucket before = buckets.getOrDefault(address, new Bucket(bucket, nanos));
        double tokens = Math.min(bucket, before.tokens() + Math.max(0, nanos - before.nanos()) * perNano);
        boolean isAdmitted = tokens >= 1;
        buckets.put(address, new Bucket(isAdmitted ? tokens - 1 : tokens, nanos));
        return isAdmitted ? OptionalLong.empty() : OptionalLong.of((long) Math.ceil((1 - tokens) / perNano / 1e9));
    }
}
