/** Tests of the rules, one class per group of rules of the domain contract. */
package dev.licenseflow.domain;
