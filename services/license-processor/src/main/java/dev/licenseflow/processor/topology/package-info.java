/** The shape of the application: typed topics in, one stateful step per kind of record, typed topics out. */
@NullMarked
package dev.licenseflow.processor.topology;

import org.jspecify.annotations.NullMarked;
