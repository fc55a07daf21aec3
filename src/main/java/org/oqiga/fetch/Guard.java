package org.oqiga.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Says which addresses may be fetched: those of the public internet, by the protocols and ports of the web. */
final class Guard {

    // https://www.iana.org/assignments/iana-ipv4-special-registry: what is not globally reachable, and multicast
    private static final List<Network> CLOSED_4 = List.of(
            Network.of("0.0.0.0", 8),
            Network.of("10.0.0.0", 8),
            Network.of("100.64.0.0", 10),
            Network.of("127.0.0.0", 8),
            Network.of("169.254.0.0", 16),
            Network.of("172.16.0.0", 12),
            Network.of("192.0.0.0", 24),
            Network.of("192.0.2.0", 24),
            Network.of("192.88.99.0", 24),
            Network.of("192.168.0.0", 16),
            Network.of("198.18.0.0", 15),
            Network.of("198.51.100.0", 24),
            Network.of("203.0.113.0", 24),
            Network.of("224.0.0.0", 3));
    // of IPv6 only this much is given out at all, and in it these parts lead elsewhere or into IPv4
    private static final Network OPEN_6 = Network.of("2000::", 3);
    private static final List<Network> CLOSED_6 = List.of(
            Network.of("2001::", 23), Network.of("2001:db8::", 32), Network.of("2002::", 16), Network.of("3fff::", 20));

    private final Predicate<InetAddress> open;
    private final Set<Integer> ports;

    /** {@code open} says which addresses may be connected to. */
    Guard(Predicate<InetAddress> open, Set<Integer> ports) {
        this.open = open;
        this.ports = ports;
    }

    /** Says why something may not be fetched. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    private record Network(byte[] start, int bits) {

        static Network of(String start, int bits) {
            try {
                return new Network(InetAddress.getByName(start).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean contains(byte[] address) {
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if ((address[i / 8] & mask) != (start[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The address to connect to, looked up now; whoever connects to it cannot be led elsewhere by a second look-up. */
    InetAddress admit(URI uri) throws RefusedException, UnknownHostException {
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new RefusedException("only http and https are fetched");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new RefusedException("an address to be fetched has a host and no password");
        }
        if (!ports.contains(port(uri))) {
            throw new RefusedException("port " + port(uri) + " is not fetched from");
        }
        var host = uri.getHost();
        var found = InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        for (var address : found) {
            if (!open.test(address)) {
                // not which: that would tell what there is inside
                throw new RefusedException("the host is not on the public internet");
            }
        }
        return found[0];
    }

    static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** An IPv4 address written as one of IPv6 comes as what it is. */
    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? CLOSED_4.stream().noneMatch(network -> network.contains(bytes))
                : OPEN_6.contains(bytes) && CLOSED_6.stream().noneMatch(network -> network.contains(bytes));
    }
}
