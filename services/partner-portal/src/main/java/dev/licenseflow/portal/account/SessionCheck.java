package dev.licenseflow.portal.account;

/** Whether the session of a person goes on. */
@FunctionalInterface
public interface SessionCheck {

    /** False once all sessions of the person were ended after this one began. */
    boolean isSignedIn(PortalPrincipal person);
}
