/** What a service that reads topics into its database has of Spring: the reading, its life cycle and health, and settings. */
@NullMarked
package dev.licenseflow.database.spring;

import org.jspecify.annotations.NullMarked;
