package dev.licenseflow.portal.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The HTTP interface for programs. */
@Configuration(proxyBeanMethods = false)
@Import({
    RequestsController.class,
    ApiCustomersController.class,
    PortalOpenApiController.class,
    PortalProblems.class,
    UnmappedCalls.class
})
public class ApiBeans {}
