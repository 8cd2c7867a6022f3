package dev.licenseflow.billing.spring.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The HTTP interface. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChargesController.class,
    StatementsController.class,
    SettlementsController.class,
    BankReturnsController.class,
    ReconciliationController.class,
    AlarmsController.class,
    LedgerOpenApiController.class,
    LedgerProblems.class
})
public class WebBeans {}
