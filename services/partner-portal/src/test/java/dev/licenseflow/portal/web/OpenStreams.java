package dev.licenseflow.portal.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.filter.OncePerRequestFilter;

/** The open streams of changes: which pages listen. */
final class OpenStreams extends OncePerRequestFilter {

    private final Set<AsyncContext> open = ConcurrentHashMap.newKeySet();

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Ignores the streams that are open now. */
    void forget() {
        open.clear();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getServletPath().equals("/mudancas") && request.isAsyncStarted()) {
            AsyncContext stream = request.getAsyncContext();
            open.add(stream);
            stream.addListener(new Removal(stream));
        }
    }

    private final class Removal implements AsyncListener {

        private final AsyncContext stream;

        Removal(AsyncContext stream) {
            this.stream = stream;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            open.remove(stream);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            open.remove(stream);
        }

        @Override
        public void onError(AsyncEvent event) {
            open.remove(stream);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // The stream continues.
        }
    }
}
