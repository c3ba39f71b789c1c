// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For observers that care about the destinations of one owner: {@code @Observes @Owner("x")}. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface Owner {
  /** The owner, letter by letter. */
  String value();

  /** The qualifier of an owner that is known only when the program runs. */
  final class Of extends AnnotationLiteral<Owner> implements Owner {
    private final String value;

    public Of(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
