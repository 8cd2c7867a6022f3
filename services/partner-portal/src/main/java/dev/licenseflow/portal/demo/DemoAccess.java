package dev.licenseflow.portal.demo;

import java.util.List;

/** How to get in as a partner of the demonstration: told once, since neither password nor key can be read back. */
public record DemoAccess(String partnerId, String partnerName, List<SignIn> signIns, String apiKey) {

    public DemoAccess {
        signIns = List.copyOf(signIns);
    }

    /** Of one person. */
    public record SignIn(String email, String password) {}
}
