package dev.licenseflow.portal.account;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A signed-in person as Spring Security holds it: the principal of the screens' security context.
 *
 * @param sessionsEnded how often all sessions of the person had been ended when this one began
 */
public record PortalPrincipal(PortalUser user, int sessionsEnded) implements UserDetails {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_PARTNER"));
    }

    /** None: the password is compared once, when signing in, and never kept. */
    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return user.email();
    }
}
