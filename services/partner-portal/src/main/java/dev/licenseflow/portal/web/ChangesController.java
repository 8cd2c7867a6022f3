package dev.licenseflow.portal.web;

import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.live.Changes;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Notifies open pages of the customers that have changed. It sends only their ids; pages load the rest as usual. */
@Controller
class ChangesController {

    /** After this time the browser connects again by itself, and its session is checked again. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Changes changes;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    ChangesController(Changes changes) {
        this.changes = changes;
    }

    @GetMapping(path = "/mudancas", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    SseEmitter changes(@SignedIn PortalUser user) throws IOException {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        AutoCloseable subscription = changes.subscribe(user.partnerId(), customerId -> tell(emitter, customerId));
        open.add(emitter);
        emitter.onCompletion(() -> {
            open.remove(emitter);
            end(subscription);
        });
        emitter.onTimeout(emitter::complete);
        emitter.send(SseEmitter.event().comment("ready"));
        if (stopping) {
            emitter.complete();
        }
        return emitter;
    }

    /** A server that stops does not end streams by itself: it would wait for open pages until its timeout. */
    @EventListener(ContextClosedEvent.class)
    void endStreams() {
        stopping = true;
        open.forEach(SseEmitter::complete);
    }

    private static void tell(SseEmitter emitter, String customerId) {
        try {
            emitter.send(SseEmitter.event().name("customer").data(customerId));
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        }
    }

    private static void end(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception cause) {
            throw new IllegalStateException("A subscription cannot be closed", cause);
        }
    }
}
