package dev.licenseflow.portal.request;

/** The request id belongs to another request of this customer, which is kept. */
public class RequestIdReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RequestIdReusedException(String requestId) {
        super("Another request of this customer has the id " + requestId);
    }
}
