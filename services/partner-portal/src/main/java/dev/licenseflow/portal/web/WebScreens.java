package dev.licenseflow.portal.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The screens: all controllers and components of this package. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebScreens implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Screen.class, Screen::of);
    }
}
