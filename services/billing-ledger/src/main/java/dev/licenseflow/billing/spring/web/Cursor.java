package dev.licenseflow.billing.spring.web;

/** Where a page of a numbered list begins: after the item of this number. */
final class Cursor {

    static final String START = "0";

    private Cursor() {}

    static long parse(String after) {
        if (!after.matches("\\d{1,18}")) {
            throw RequestProblem.badRequest("AFTER_INVALID", "after is what an earlier page gave as next");
        }
        return Long.parseLong(after);
    }
}
