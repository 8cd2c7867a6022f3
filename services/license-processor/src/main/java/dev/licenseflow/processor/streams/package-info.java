/** The application at work: its configuration, its start and its end, without any framework. */
@NullMarked
package dev.licenseflow.processor.streams;

import org.jspecify.annotations.NullMarked;
