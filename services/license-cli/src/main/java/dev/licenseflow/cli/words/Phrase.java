package dev.licenseflow.cli.words;

/** The same in both languages. */
public record Phrase(String pt, String en) {}
