package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.license.LicenseView;
import java.util.Locale;

/** The three screens from which a customer is edited; the screen is the channel of the request (D6). */
enum Screen {
    CUSTOMERS(Channel.CUSTOMERS, "/clientes"),
    MANUAL_RENEWAL(Channel.MANUAL_RENEWAL, "/renovacao-manual"),
    MANAGED_BILLING(Channel.MANAGED_BILLING, "/gestao-de-cobrancas");

    private final Channel channel;
    private final String path;

    Screen(Channel channel, String path) {
        this.channel = channel;
        this.path = path;
    }

    /** The screen of that address; Customers if there is none, since it is open to every customer. */
    static Screen of(String key) {
        for (Screen screen : values()) {
            if (screen.key().equals(key)) {
                return screen;
            }
        }
        return CUSTOMERS;
    }

    /** Its name in an address. */
    public String key() {
        return path.substring(1);
    }

    public String path() {
        return path;
    }

    Channel channel() {
        return channel;
    }

    /** Whether customers who renew in this way are edited here. */
    boolean isFor(LicenseView licenses) {
        return switch (this) {
            case CUSTOMERS -> true;
            case MANUAL_RENEWAL -> licenses.renewalMethod() == RenewalMethod.MANUAL;
            case MANAGED_BILLING -> licenses.renewalMethod() == RenewalMethod.MANAGED_BILLING;
        };
    }

    /** The key of its name in the message bundles. */
    public String messageKey() {
        return "screen." + name().toLowerCase(Locale.ROOT);
    }
}
