/** What is stored comes back as it was, from an older released schema too; what is broken stops the client. */
package dev.licenseflow.messaging.state;
