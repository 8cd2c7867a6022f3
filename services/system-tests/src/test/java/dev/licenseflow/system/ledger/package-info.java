/** The ledger on a real broker and a real PostgreSQL: killed, replayed, and together with the processor. */
@NullMarked
package dev.licenseflow.system.ledger;

import org.jspecify.annotations.NullMarked;
