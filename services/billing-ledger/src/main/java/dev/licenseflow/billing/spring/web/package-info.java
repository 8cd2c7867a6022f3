/** The HTTP interface, as {@code openapi.yaml} describes it. */
@NullMarked
package dev.licenseflow.billing.spring.web;

import org.jspecify.annotations.NullMarked;
