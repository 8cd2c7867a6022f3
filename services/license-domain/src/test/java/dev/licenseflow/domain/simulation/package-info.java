/** Random histories from a seed, with what must hold after every step of them. */
@NullMarked
package dev.licenseflow.domain.simulation;

import org.jspecify.annotations.NullMarked;
