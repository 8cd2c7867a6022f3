/** What the portal writes of each topic that it reads. */
@NullMarked
package dev.licenseflow.portal.inbox;

import org.jspecify.annotations.NullMarked;
