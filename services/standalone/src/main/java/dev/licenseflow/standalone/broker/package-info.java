/**
 * A real Kafka broker inside this JVM: controller and broker in one node, its log on disk. The standalone pipeline runs
 * on it, and so do the tests that need a real broker, so that what is tested is what a user runs.
 */
@NullMarked
package dev.licenseflow.standalone.broker;

import org.jspecify.annotations.NullMarked;
