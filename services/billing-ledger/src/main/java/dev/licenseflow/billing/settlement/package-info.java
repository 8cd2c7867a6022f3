/** Settling charges: recorded here, decided by the processor (rule G4). */
@NullMarked
package dev.licenseflow.billing.settlement;

import org.jspecify.annotations.NullMarked;
