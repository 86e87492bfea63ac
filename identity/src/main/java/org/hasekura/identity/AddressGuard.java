package org.hasekura.identity;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells whether an address that a stranger's name resolved to may be contacted.
 *
 * <p>A node fetches addresses that others name: DID documents, callbacks, data. Without this guard any of them could
 * make it ask machines that only it can reach. Of IPv6 only the global unicast range 2000::/3 is open at all. Sources:
 * IANA IPv4 and IPv6 Special-Purpose Address Registries; OWASP ASVS 5.0 1.3.6.
 */
public final class AddressGuard {

    private static final List<Range> LOOPBACK =
            List.of(Range.of("127.0.0.0/8", "this machine"), Range.of("::1/128", "this machine"));

    private static final List<Range> BLOCKED = List.of(
            Range.of("0.0.0.0/8", "this network"),
            Range.of("10.0.0.0/8", "private network"),
            Range.of("100.64.0.0/10", "carrier's shared network"),
            Range.of("168.63.129.16/32", "a cloud's host service"),
            Range.of("169.254.0.0/16", "link-local, instance metadata"),
            Range.of("172.16.0.0/12", "private network"),
            Range.of("192.0.0.0/24", "protocol assignments"),
            Range.of("192.0.2.0/24", "documentation"),
            Range.of("192.88.99.0/24", "6to4 relay"),
            Range.of("192.168.0.0/16", "private network"),
            Range.of("198.18.0.0/15", "benchmarks"),
            Range.of("198.51.100.0/24", "documentation"),
            Range.of("203.0.113.0/24", "documentation"),
            Range.of("224.0.0.0/4", "multicast"),
            Range.of("240.0.0.0/4", "reserved, broadcast"),
            Range.of("::ffff:0:0/96", "IPv4 in IPv6"),
            Range.of("::/96", "unspecified, IPv4 in IPv6"),
            Range.of("64:ff9b::/96", "IPv4 by translation"),
            Range.of("64:ff9b:1::/48", "IPv4 by local translation"),
            Range.of("100::/64", "discard"),
            Range.of("2001::/23", "protocol assignments, Teredo"),
            Range.of("2001:db8::/32", "documentation"),
            Range.of("2002::/16", "IPv4 by 6to4"),
            Range.of("3fff::/20", "documentation"),
            Range.of("fc00::/7", "private network"),
            Range.of("fe80::/10", "link-local"),
            Range.of("fec0::/10", "site-local"),
            Range.of("ff00::/8", "multicast"));

    private static final Range GLOBAL_UNICAST = Range.of("2000::/3", "global unicast");

    private AddressGuard() {}

    /** The answer to "may this address be contacted?". */
    public sealed interface Verdict {
        record Open() implements Verdict {}

        /**
         * Not to be contacted.
         *
         * @param range in CIDR notation
         */
        record Blocked(String range, String words) implements Verdict {}
    }

    /** Loopback is open in development mode, and nothing else that is closed otherwise. */
    public static Verdict check(InetAddress address, Admission admission) {
        byte[] bytes = address.getAddress();
        for (Range range : LOOPBACK) {
            if (range.contains(bytes)) {
                return admission == Admission.DEVELOPMENT ? new Verdict.Open() : blocked(address, range);
            }
        }
        for (Range range : BLOCKED) {
            if (range.contains(bytes)) {
                return blocked(address, range);
            }
        }
        return address instanceof Inet4Address || GLOBAL_UNICAST.contains(bytes)
                ? new Verdict.Open()
                : new Verdict.Blocked("::/0", "`" + address.getHostAddress() + "` is outside the global unicast range");
    }

    private static Verdict blocked(InetAddress address, Range range) {
        return new Verdict.Blocked(
                range.cidr, "`" + address.getHostAddress() + "` is in " + range.cidr + " (" + range.words + ")");
    }

    /** A block of addresses; its bytes are those of the network, 4 or 16. */
    private static final class Range {

        private final String cidr;
        private final String words;
        private final byte[] network;
        private final int prefixBits;

        private Range(String cidr, String words, byte[] network, int prefixBits) {
            this.cidr = cidr;
            this.words = words;
            this.network = network;
            this.prefixBits = prefixBits;
        }

        static Range of(String cidr, String words) {
            int slash = cidr.indexOf('/');
            return new Range(
                    cidr,
                    words,
                    IpLiteral.bytes(cidr.substring(0, slash)),
                    Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < prefixBits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
