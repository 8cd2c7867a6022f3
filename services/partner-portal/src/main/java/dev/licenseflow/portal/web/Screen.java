package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.license.LicenseView;
import java.util.Arrays;

/** The three screens from which a customer is edited; the screen is the channel of the request (D6). */
enum Screen {
    CUSTOMERS(Channel.CUSTOMERS, "clientes"),
    MANUAL_RENEWAL(Channel.MANUAL_RENEWAL, "renovacao-manual"),
    MANAGED_BILLING(Channel.MANAGED_BILLING, "gestao-de-cobrancas");

    private final Channel channel;
    private final String key;

    Screen(Channel channel, String key) {
        this.channel = channel;
        this.key = key;
    }

    /** The screen of that key; Customers if there is none, since it is open to every customer. */
    static Screen of(String key) {
        return Arrays.stream(values())
                .filter(screen -> screen.key.equals(key))
                .findFirst()
                .orElse(CUSTOMERS);
    }

    /** Its name in addresses and in the message files. */
    public String key() {
        return key;
    }

    Channel channel() {
        return channel;
    }

    /** Whether the customer's renewal method allows to edit it here. */
    boolean isFor(LicenseView licenses) {
        return switch (this) {
            case CUSTOMERS -> true;
            case MANUAL_RENEWAL -> licenses.renewalMethod() == RenewalMethod.MANUAL;
            case MANAGED_BILLING -> licenses.renewalMethod() == RenewalMethod.MANAGED_BILLING;
        };
    }
}
