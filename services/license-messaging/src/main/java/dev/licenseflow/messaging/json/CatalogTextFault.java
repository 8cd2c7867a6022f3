package dev.licenseflow.messaging.json;

/**
 * A fault in the text of a catalog document.
 *
 * @param line from 1 on; 0 if it cannot be told
 * @param path of the value, such as {@code products[3].quantity.max}; empty for the document
 */
public record CatalogTextFault(int line, String path, String message) {

    @Override
    public String toString() {
        String where = line > 0 ? "line " + line + ": " : "";
        return where + (path.isEmpty() ? message : path + ": " + message);
    }
}
