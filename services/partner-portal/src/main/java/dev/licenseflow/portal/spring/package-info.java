/** The portal as a Spring Boot application: the only place that knows how its parts are put together. */
@NullMarked
package dev.licenseflow.portal.spring;

import org.jspecify.annotations.NullMarked;
