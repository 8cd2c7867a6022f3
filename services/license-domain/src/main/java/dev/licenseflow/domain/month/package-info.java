/** Calendar months of the business zone and the close of a month (sections 2 and 8). */
@NullMarked
package dev.licenseflow.domain.month;

import org.jspecify.annotations.NullMarked;
