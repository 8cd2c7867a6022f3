@NullMarked
package dev.licenseflow.boot;

import org.jspecify.annotations.NullMarked;
