/**
 * What lies in the processor's state stores: classes generated from the internal schemas, and what reads and writes them.
 * It is nobody else's business, so it is kept out of the public contract; but a new version has to read what an older
 * one stored. A state that cannot be read is a bug or a downgrade and stops the client ({@link IllegalStateException}),
 * unlike a record that came from outside. Not null-marked as a package: the generated classes take null for what is
 * absent.
 */
package dev.licenseflow.messaging.state;
