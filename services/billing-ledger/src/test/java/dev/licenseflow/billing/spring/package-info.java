@NullMarked
package dev.licenseflow.billing.spring;

import org.jspecify.annotations.NullMarked;
