/** Clients that are not ours, on a running pipeline: what docs/clients.md shows, and what they can do to the others. */
@NullMarked
package dev.licenseflow.system.clients;

import org.jspecify.annotations.NullMarked;
