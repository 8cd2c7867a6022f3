package dev.licenseflow.portal.account;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A signed-in person as Spring Security holds it: the principal of the screens' security context. */
public final class PortalPrincipal implements UserDetails {

    /** What all people of partners may do. */
    static final String AUTHORITY = "ROLE_PARTNER";

    private static final long serialVersionUID = 1L;

    private final long userId;
    private final String email;
    private final String name;
    private final String partnerId;
    private final String partnerName;
    private final int sessionsEnded;

    public PortalPrincipal(PortalUser user) {
        this(user, 0);
    }

    /** @param sessionsEnded how often all sessions of the person had been ended when this one began */
    PortalPrincipal(PortalUser user, int sessionsEnded) {
        this.userId = user.userId();
        this.email = user.email();
        this.name = user.name();
        this.partnerId = user.partnerId();
        this.partnerName = user.partnerName();
        this.sessionsEnded = sessionsEnded;
    }

    public PortalUser user() {
        return new PortalUser(userId, email, name, partnerId, partnerName);
    }

    int sessionsEnded() {
        return sessionsEnded;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(AUTHORITY));
    }

    /** None: it is compared once, when signing in, and never kept. */
    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return email;
    }
}
