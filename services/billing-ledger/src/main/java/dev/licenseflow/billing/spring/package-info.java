/** The deployable: configuration, life cycle and health by Spring Boot. */
@NullMarked
package dev.licenseflow.billing.spring;

import org.jspecify.annotations.NullMarked;
