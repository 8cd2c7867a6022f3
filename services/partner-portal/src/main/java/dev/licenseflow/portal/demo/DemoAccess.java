package dev.licenseflow.portal.demo;

import java.util.List;

/** How to sign in as a partner of the demonstration; neither the passwords nor the key can be read later. */
public record DemoAccess(String partnerId, String partnerName, List<SignIn> signIns, String apiKey) {

    public DemoAccess {
        signIns = List.copyOf(signIns);
    }

    public record SignIn(String email, String password) {}
}
