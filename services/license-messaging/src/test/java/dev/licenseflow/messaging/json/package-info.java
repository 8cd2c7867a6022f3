/** What is written is read as it was, and what is wrong is named with its place. */
@NullMarked
package dev.licenseflow.messaging.json;

import org.jspecify.annotations.NullMarked;
