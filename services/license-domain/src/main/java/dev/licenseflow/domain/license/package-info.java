/** What a customer has: the two quantities of each product, status, open charges and the latest quote (sections 5, 6 and 9). */
@NullMarked
package dev.licenseflow.domain.license;

import org.jspecify.annotations.NullMarked;
