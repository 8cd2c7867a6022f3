/** The reference billing system: what customers owe, how it is settled, and the answer to the processor (rule G4). */
@NullMarked
package dev.licenseflow.billing;

import org.jspecify.annotations.NullMarked;
