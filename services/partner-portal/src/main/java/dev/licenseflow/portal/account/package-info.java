/** Who may use the portal: the people of partners and the keys of their programs. */
@NullMarked
package dev.licenseflow.portal.account;

import org.jspecify.annotations.NullMarked;
