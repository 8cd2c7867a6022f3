package dev.licenseflow.portal.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Puts a page into the menu. Its text is {@code menu.} and its path in the message files. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface MenuEntry {

    /** The groups of the menu in their order. Their text is {@code menu.} and the name in the message files. */
    enum Group {
        LICENSES,
        OTHERS
    }

    Group group();

    /** The position within the group. */
    int position();
}
