/** Domain values made from a seed, to send each through a mapper and back; and Avro values sent through their bytes. */
@NullMarked
package dev.licenseflow.messaging.sample;

import org.jspecify.annotations.NullMarked;
