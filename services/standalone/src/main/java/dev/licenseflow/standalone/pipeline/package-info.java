/** The whole pipeline in one JVM: broker, schema registry, topics, catalog and processor, started and stopped in order. */
@NullMarked
package dev.licenseflow.standalone.pipeline;

import org.jspecify.annotations.NullMarked;
