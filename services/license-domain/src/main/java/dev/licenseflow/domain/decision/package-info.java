/** What was decided: outcome, reasons and effects. Folding the effects of a customer's decisions gives its licenses (D9). */
@NullMarked
package dev.licenseflow.domain.decision;

import org.jspecify.annotations.NullMarked;
