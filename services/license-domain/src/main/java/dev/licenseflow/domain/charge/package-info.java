/** What it costs: proration, charge lines and the identity of charges (section 7). */
@NullMarked
package dev.licenseflow.domain.charge;

import org.jspecify.annotations.NullMarked;
