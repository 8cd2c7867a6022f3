package dev.licenseflow.portal.request;

/** The request id stands for another request of this customer; that one is kept. */
public class RequestIdReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RequestIdReusedException(String requestId) {
        super("Another request of this customer has the id " + requestId);
    }
}
