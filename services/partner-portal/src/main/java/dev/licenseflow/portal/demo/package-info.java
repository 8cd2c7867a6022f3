/** Partners, people and customers to try the portal with. */
@NullMarked
package dev.licenseflow.portal.demo;

import org.jspecify.annotations.NullMarked;
