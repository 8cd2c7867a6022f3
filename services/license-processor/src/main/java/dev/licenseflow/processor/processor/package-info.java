/** The stateful steps. Each is load, roll over, decide, apply, save and forward; the rules are the domain's. */
@NullMarked
package dev.licenseflow.processor.processor;

import org.jspecify.annotations.NullMarked;
