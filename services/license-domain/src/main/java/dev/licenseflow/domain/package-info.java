/** The rules of licensing, pure: values in, values out; no clock, no randomness, no I/O. */
@NullMarked
package dev.licenseflow.domain;

import org.jspecify.annotations.NullMarked;
