/**
 * The story of the vendor's help page and those of billing, played through a real broker and a real ledger and shown to a
 * person. What comes out is compared with what the contract says, computed here a second time and by other means than
 * the pipeline's.
 */
@NullMarked
package dev.licenseflow.cli.demo;

import org.jspecify.annotations.NullMarked;
