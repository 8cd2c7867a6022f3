@NullMarked
package dev.licenseflow.database.spring;

import org.jspecify.annotations.NullMarked;
