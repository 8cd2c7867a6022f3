package dev.licenseflow.billing.payment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/**
 * PIX by a static BR Code (EMV MPM): the key, the amount, and the invoice number as txid. No bank is asked, so nobody can take the
 * code back, and its payment is known from the bank return alone.
 *
 * @param key the receiver's PIX key
 * @param name the receiver's, at most 25 characters are shown
 * @param city the receiver's, at most 15 characters are shown
 * @param demonstration whether the receiver is an example
 */
public record StaticPix(String key, String name, String city, boolean demonstration) implements PaymentProvider {

    private static final String GUI = "br.gov.bcb.pix";
    private static final int MAX_KEY = 77;
    private static final int MAX_NAME = 25;
    private static final int MAX_CITY = 15;
    private static final int CENTS_DIGITS = 2;

    /** @throws IllegalArgumentException if no code can be made with them */
    public StaticPix {
        if (key.isBlank() || key.length() > MAX_KEY || !key.equals(plain(key, MAX_KEY))) {
            throw new IllegalArgumentException("A PIX key has 1 to " + MAX_KEY + " characters of ASCII");
        }
        name = plain(name, MAX_NAME);
        city = plain(city, MAX_CITY);
        if (name.isBlank() || city.isBlank()) {
            throw new IllegalArgumentException("A PIX receiver has a name and a city");
        }
    }

    @Override
    public PaymentCodes codes(String invoiceNumber, long amountCents, String currency) {
        return new PaymentCodes(
                currency.equals("BRL") ? Optional.of(brCode(invoiceNumber, amountCents)) : Optional.empty(),
                Optional.empty(),
                demonstration);
    }

    private String brCode(String txid, long amountCents) {
        String code = field("00", "01")
                + field("26", field("00", GUI) + field("01", key))
                + field("52", "0000")
                + field("53", "986")
                + field("54", BigDecimal.valueOf(amountCents, CENTS_DIGITS).toPlainString())
                + field("58", "BR")
                + field("59", name)
                + field("60", city)
                + field("62", field("05", txid))
                + "6304";
        return code + crc(code);
    }

    /** CRC16-CCITT (polynomial 1021, initial value FFFF) in hexadecimal. */
    static String crc(String text) {
        int crc = 0xFFFF;
        for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= octet << 8;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return "%04X".formatted(crc);
    }

    private static String field(String id, String value) {
        return "%s%02d%s".formatted(id, value.length(), value);
    }

    /** Without accents and other characters that banks do not take, and cut. */
    private static String plain(String text, int maxLength) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\x20-\\x7E]", "")
                .strip();
        return ascii.length() <= maxLength
                ? ascii
                : ascii.substring(0, maxLength).strip();
    }
}
