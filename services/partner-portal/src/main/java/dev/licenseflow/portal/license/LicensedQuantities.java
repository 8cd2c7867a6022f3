package dev.licenseflow.portal.license;

/**
 * The two numbers of a product (section 5).
 *
 * @param active now, to the end of the month
 * @param next from the first of next month on
 */
<<<<<<<< HEAD:services/partner-portal/src/main/java/dev/licenseflow/portal/license/ProductQuantities.java
public record ProductQuantities(int active, int next) {}
========
public record LicensedQuantities(int active, int next) {}
>>>>>>>> w-twins:services/partner-portal/src/main/java/dev/licenseflow/portal/license/LicensedQuantities.java
