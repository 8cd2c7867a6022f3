@NullMarked
package dev.licenseflow.boot.wanted;

import org.jspecify.annotations.NullMarked;
