/** How catalogs and schemas come to where everybody reads them, whoever starts the system. */
@NullMarked
package dev.licenseflow.messaging.publishing;

import org.jspecify.annotations.NullMarked;
