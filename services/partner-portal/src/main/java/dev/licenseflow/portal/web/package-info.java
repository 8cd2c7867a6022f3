/** The screens in a browser: controllers, the models of their pages, and the words of both languages. They speak to the rest of the portal only through its interfaces, so that the tests can put a deciding stand-in behind them. */
@NullMarked
package dev.licenseflow.portal.web;

import org.jspecify.annotations.NullMarked;
