/** Why something was refused: one factory per rejection code, with the facts used and a message in pt-BR and in English (D2). */
@NullMarked
package dev.licenseflow.domain.reason;

import org.jspecify.annotations.NullMarked;
