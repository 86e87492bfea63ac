package org.hasekura.identity;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** The bytes of an address written as a literal; no name is ever looked up. */
final class IpLiteral {

    private IpLiteral() {}

    /** Four bytes, or sixteen for whatever is written with colons. */
    static byte[] bytes(String literal) {
        if (!literal.contains(":")) {
            return Inet4Address.ofLiteral(literal).getAddress();
        }
        InetAddress address = Inet6Address.ofLiteral(literal);
        byte[] bytes = address.getAddress();
        if (bytes.length == 16) {
            return bytes;
        }
        // The JDK turns an IPv4 address written in IPv6 into the former.
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(bytes, 0, mapped, 12, bytes.length);
        return mapped;
    }
}
