package dev.licenseflow.portal.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The screens: all controllers and components of this package. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebScreens {}
