@NullMarked
package dev.licenseflow.boot.foreign;

import org.jspecify.annotations.NullMarked;
