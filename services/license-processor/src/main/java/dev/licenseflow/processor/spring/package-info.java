/** The deployable: configuration, life cycle and health by Spring Boot; the only Spring code of the service. */
@NullMarked
package dev.licenseflow.processor.spring;

import org.jspecify.annotations.NullMarked;
