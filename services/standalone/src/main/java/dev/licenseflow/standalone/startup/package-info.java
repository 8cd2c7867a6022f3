/**
 * What is settled before anything starts: the data folder is ours and free, the ports are free, the log goes to a file.
 * Whatever is wrong here is the user's to fix, so it is said in one line and nothing has been touched yet.
 */
@NullMarked
package dev.licenseflow.standalone.startup;

import org.jspecify.annotations.NullMarked;
