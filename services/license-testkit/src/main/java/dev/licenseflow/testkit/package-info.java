/**
 * The license topology in process on a virtual clock, input and expectations of scenarios as lines of text. {@code
 * licenseflow simulate} and {@code demo} use it as well as tests.
 */
@NullMarked
package dev.licenseflow.testkit;

import org.jspecify.annotations.NullMarked;
