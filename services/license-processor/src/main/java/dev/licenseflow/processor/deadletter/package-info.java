/** Where records go that cannot be decided: to the dead-letter topic of their own topic, with the reason (D1). */
@NullMarked
package dev.licenseflow.processor.deadletter;

import org.jspecify.annotations.NullMarked;
