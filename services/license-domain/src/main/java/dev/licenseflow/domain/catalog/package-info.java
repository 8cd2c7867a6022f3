/** What can be sold: catalog versions, their validation and their history in time (section 4 of the domain contract). */
@NullMarked
package dev.licenseflow.domain.catalog;

import org.jspecify.annotations.NullMarked;
