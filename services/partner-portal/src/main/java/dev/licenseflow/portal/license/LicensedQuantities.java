package dev.licenseflow.portal.license;

/**
 * The two numbers of a product (section 5).
 *
 * @param active now, to the end of the month
 * @param next from the first of next month on
 */
public record LicensedQuantities(int active, int next) {}
