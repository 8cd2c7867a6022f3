package dev.licenseflow.boot.wanted;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Lies on the class path, as the import file of these tests says. */
@AutoConfiguration
public class WantedAutoConfiguration {}
