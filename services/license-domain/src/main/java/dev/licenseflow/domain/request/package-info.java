/** What is asked: requests with their commands, and the settlements with which billing answers (sections 3 and 7). */
@NullMarked
package dev.licenseflow.domain.request;

import org.jspecify.annotations.NullMarked;
