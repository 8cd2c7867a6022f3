/** How a service is put together on Spring Boot, so that it can also run beside others in one JVM. */
@NullMarked
package dev.licenseflow.boot;

import org.jspecify.annotations.NullMarked;
