package dev.licenseflow.domain.catalog;

/**
 * One fault of a catalog version.
 *
 * @param product the code of the product it concerns, empty if it concerns the document
 * @param message one English sentence that says what is wrong and what was expected
 */
public record CatalogFault(CatalogFaultCode code, String product, String message) {

    static CatalogFault ofDocument(CatalogFaultCode code, String message) {
        return new CatalogFault(code, "", message);
    }

    @Override
    public String toString() {
        return product.isEmpty() ? code + ": " + message : code + " (" + product + "): " + message;
    }
}
