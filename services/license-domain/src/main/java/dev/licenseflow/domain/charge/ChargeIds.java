package dev.licenseflow.domain.charge;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.BitSet;

/**
 * The identity of charges (G1): made of what caused them and never random, so that a replay makes the same ones. The
 * parts are escaped, so no two causes share an id. The month stands in the id of a requested charge too: a request id
 * may be used again after 35 days, which is always another month.
 */
public final class ChargeIds {

    private static final BitSet PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@"
            .chars()
            .collect(BitSet::new, BitSet::set, BitSet::or);

    private ChargeIds() {}

    /**
     * The id of a charge that a request made: {@code customer:month:asker:request:product}.
     *
     * @param askerId the partner who asked, whose request ids are its own; empty for the back office (D3, D10)
     */
    public static String requested(
            String customerId, YearMonth month, String askerId, String requestId, String product) {
        return escaped(customerId)
                + ':'
                + month
                + ':'
                + escaped(askerId)
                + ':'
                + escaped(requestId)
                + ':'
                + escaped(product);
    }

    /** The id of a renewal's charge, of which there is one per month: {@code customer:month:product}. */
    public static String renewal(String customerId, YearMonth month, String product) {
        return escaped(customerId) + ':' + month + ':' + escaped(product);
    }

    private static String escaped(String part) {
        if (isPlain(part)) {
            return part;
        }
        StringBuilder escaped = new StringBuilder();
        for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= 0 && PLAIN.get(octet)) {
                escaped.append((char) octet);
            } else {
                escaped.append('%').append(String.format("%02X", octet));
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (!PLAIN.get(part.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
