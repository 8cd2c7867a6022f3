/** Where it is decided: one class per command, the checks they share, and the desk that ties them together (D2). */
@NullMarked
package dev.licenseflow.domain.desk;

import org.jspecify.annotations.NullMarked;
