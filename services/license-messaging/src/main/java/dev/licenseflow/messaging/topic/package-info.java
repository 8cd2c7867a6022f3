/**
 * The topics of the pipeline as it needs them to be: how many partitions, whose clock stamps a record, what is kept for
 * how long. Rules of the domain contract hang on these settings, so they are values here and checked against the broker.
 */
@NullMarked
package dev.licenseflow.messaging.topic;

import org.jspecify.annotations.NullMarked;
