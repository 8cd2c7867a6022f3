/** Tests of the wire format and of the registry client, against the genuine serializers and a registry over HTTP. */
package dev.licenseflow.wire;
