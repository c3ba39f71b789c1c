// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/** One {@code {class.name,parameters}}, resolved. Immutable and shared. */
public interface Transformation {

  /** Turns the value of a cell into another, or makes it {@linkplain Value#fail fail}. */
  void apply(Frame frame, Value value);
}
