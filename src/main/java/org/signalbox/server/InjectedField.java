// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field of a class that is no bean, as a place of injection. */
record InjectedField(Field field, Set<Annotation> qualifiers)
    implements InjectionPoint, AnnotatedField<Object> {

  static InjectedField of(Field field, BeanManager beans) {
    Set<Annotation> qualifiers =
        Arrays.stream(field.getAnnotations())
            .filter(annotation -> beans.isQualifier(annotation.annotationType()))
            .collect(Collectors.toUnmodifiableSet());
    return new InjectedField(
        field, qualifiers.isEmpty() ? Set.of(Default.Literal.INSTANCE) : qualifiers);
  }

  @Override
  public Type getType() {
    return field.getGenericType();
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return qualifiers;
  }

  @Override
  public @Nullable Bean<?> getBean() {
    return null;
  }

  @Override
  public Field getMember() {
    return field;
  }

  @Override
  public Field getJavaMember() {
    return field;
  }

  @Override
  public Annotated getAnnotated() {
    return this;
  }

  @Override
  public boolean isDelegate() {
    return false;
  }

  @Override
  public boolean isTransient() {
    return false;
  }

  @Override
  public boolean isStatic() {
    return false;
  }

  /** Nobody asks: a field says of itself what it is. */
  @Override
  public @Nullable AnnotatedType<Object> getDeclaringType() {
    return null;
  }

  @Override
  public Type getBaseType() {
    return field.getGenericType();
  }

  @Override
  public Set<Type> getTypeClosure() {
    return Set.of(field.getGenericType(), Object.class);
  }

  @Override
  public <T extends Annotation> @Nullable T getAnnotation(Class<T> type) {
    return field.getAnnotation(type);
  }

  @Override
  public <T extends Annotation> Set<T> getAnnotations(Class<T> type) {
    return Set.of(field.getAnnotationsByType(type));
  }

  @Override
  public Set<Annotation> getAnnotations() {
    return Set.of(field.getAnnotations());
  }

  @Override
  public boolean isAnnotationPresent(Class<? extends Annotation> type) {
    return field.isAnnotationPresent(type);
  }
}
