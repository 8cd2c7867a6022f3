package dev.licenseflow.portal.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person entered for customers that begin, until it is confirmed. It waits in the session, not in a page that answers a
 * form, so that a reload and the way back need no second sending.
 */
final class Drafts {

    /** More than anybody fills in at a time. */
    private static final int MOST = 20;

    private final Map<String, StartForm> forms = new LinkedHashMap<>();

    private Drafts() {}

    static Drafts of(HttpSession session) {
        // Two requests of one session may come at once.
        synchronized (Drafts.class) {
            if (session.getAttribute(Drafts.class.getName()) instanceof Drafts known) {
                return known;
            }
            Drafts drafts = new Drafts();
            session.setAttribute(Drafts.class.getName(), drafts);
            return drafts;
        }
    }

    synchronized void keep(Start start, StartForm form) {
        String key = key(start, form.requestId());
        forms.remove(key);
        forms.put(key, form);
        if (forms.size() > MOST) {
            forms.remove(forms.keySet().iterator().next());
        }
    }

    synchronized Optional<StartForm> find(Start start, String requestId) {
        return Optional.ofNullable(forms.get(key(start, requestId)));
    }

    private static String key(Start start, String requestId) {
        return start.path() + ' ' + requestId;
    }
}
