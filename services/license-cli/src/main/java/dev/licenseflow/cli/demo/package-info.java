/**
 * The story of the vendor's help page and those of billing, played through a real broker and a real ledger and shown to a
 * person. The stories are scenario files among the resources of this package; what comes out is compared with what they
 * expect.
 */
@NullMarked
package dev.licenseflow.cli.demo;

import org.jspecify.annotations.NullMarked;
