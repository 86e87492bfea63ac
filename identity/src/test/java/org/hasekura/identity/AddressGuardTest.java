package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The address guard")
class AddressGuardTest {

    @ParameterizedTest(name = "{0} to {1} in {2}")
    @DisplayName("closes, from the first to the last address,")
    @CsvSource({
        "0.0.0.0,         0.255.255.255,   0.0.0.0/8",
        "10.0.0.0,        10.255.255.255,  10.0.0.0/8",
        "100.64.0.0,      100.127.255.255, 100.64.0.0/10",
        "168.63.129.16,   168.63.129.16,   168.63.129.16/32",
        "169.254.0.0,     169.254.255.255, 169.254.0.0/16",
        "172.16.0.0,      172.31.255.255,  172.16.0.0/12",
        "192.0.0.0,       192.0.0.255,     192.0.0.0/24",
        "192.0.2.0,       192.0.2.255,     192.0.2.0/24",
        "192.88.99.0,     192.88.99.255,   192.88.99.0/24",
        "192.168.0.0,     192.168.255.255, 192.168.0.0/16",
        "198.18.0.0,      198.19.255.255,  198.18.0.0/15",
        "198.51.100.0,    198.51.100.255,  198.51.100.0/24",
        "203.0.113.0,     203.0.113.255,   203.0.113.0/24",
        "224.0.0.0,       239.255.255.255, 224.0.0.0/4",
        "240.0.0.0,       255.255.255.255, 240.0.0.0/4",
        "::,              ::,              ::/96",
        "::2,             ::ffff:ffff,     ::/96",
        "64:ff9b::,       64:ff9b::ffff:ffff,                      64:ff9b::/96",
        "64:ff9b:1::,     64:ff9b:1:ffff:ffff:ffff:ffff:ffff,      64:ff9b:1::/48",
        "100::,           100::ffff:ffff:ffff:ffff,                100::/64",
        "2001::,          2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff,  2001::/23",
        "2001:db8::,      2001:db8:ffff:ffff:ffff:ffff:ffff:ffff,  2001:db8::/32",
        "2002::,          2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2002::/16",
        "3fff::,          3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff,  3fff::/20",
        "fc00::,          fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, fc00::/7",
        "fe80::,          febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff, fe80::/10",
        "fec0::,          feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, fec0::/10",
        "ff00::,          ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ff00::/8",
        "4000::,          5fff::,                                  ::/0",
    })
    void closed(String first, String last, String range) {
        for (String literal : new String[] {first, last}) {
            for (Admission admission : Admission.values()) {
                assertThat(AddressGuard.check(InetAddress.ofLiteral(literal), admission))
                        .as(literal)
                        .isInstanceOfSatisfying(
                                AddressGuard.Verdict.Blocked.class,
                                blocked -> assertThat(blocked.range()).isEqualTo(range));
            }
        }
    }

    @ParameterizedTest
    @DisplayName("leaves public addresses open, up to the neighbours of closed ones")
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:db7:ffff::1",
                "2001:db9::1",
                "2003::1",
                "2606:4700::1111",
                "3ffe::1"
            })
    void open(String literal) {
        for (Admission admission : Admission.values()) {
            assertThat(AddressGuard.check(InetAddress.ofLiteral(literal), admission))
                    .isEqualTo(new AddressGuard.Verdict.Open());
        }
    }

    @ParameterizedTest
    @DisplayName("opens this machine in development mode alone")
    @ValueSource(strings = {"127.0.0.1", "127.255.255.255", "::1", "::ffff:127.0.0.1"})
    void loopback(String literal) {
        InetAddress address = InetAddress.ofLiteral(literal);

        assertThat(AddressGuard.check(address, Admission.DEVELOPMENT)).isEqualTo(new AddressGuard.Verdict.Open());
        assertThat(AddressGuard.check(address, Admission.PRODUCTION)).isInstanceOf(AddressGuard.Verdict.Blocked.class);
    }

    @Test
    @DisplayName("closes IPv4 inside IPv6, whether the JDK unwraps it or not")
    void mapped() throws UnknownHostException {
        byte[] mapped = InetAddress.ofLiteral("::1").getAddress();
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 10;

        assertThat(AddressGuard.check(Inet6Address.getByAddress("x", mapped, 1), Admission.PRODUCTION))
                .isInstanceOf(AddressGuard.Verdict.Blocked.class);
        assertThat(AddressGuard.check(InetAddress.getByAddress(mapped), Admission.PRODUCTION))
                .isInstanceOf(AddressGuard.Verdict.Blocked.class);
        assertThat(AddressGuard.check(InetAddress.ofLiteral("::ffff:169.254.169.254"), Admission.DEVELOPMENT))
                .isInstanceOf(AddressGuard.Verdict.Blocked.class);
    }

    @Test
    @DisplayName("says which range and why")
    void words() {
        assertThat(AddressGuard.check(InetAddress.ofLiteral("169.254.169.254"), Admission.PRODUCTION))
                .isEqualTo(new AddressGuard.Verdict.Blocked(
                        "169.254.0.0/16", "`169.254.169.254` is in 169.254.0.0/16 (link-local, instance metadata)"));
    }
}
