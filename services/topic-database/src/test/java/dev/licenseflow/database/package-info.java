@NullMarked
package dev.licenseflow.database;

import org.jspecify.annotations.NullMarked;
