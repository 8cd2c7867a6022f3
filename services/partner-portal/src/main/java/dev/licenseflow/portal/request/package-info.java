/** Requests on their way to the pipeline: recorded first, published after, answered in time or later. */
@NullMarked
package dev.licenseflow.portal.request;

import org.jspecify.annotations.NullMarked;
