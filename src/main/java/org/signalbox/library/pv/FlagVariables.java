// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.ScriptFlags;
import org.signalbox.script.variable.VariableTable;

/** Message, script and branch flags: all at once, or one by its number (variables.md §8). */
final class FlagVariables {
  private static final long BITS = 0xffff_ffffL;
  private static final int HIGHEST = 31;

  private FlagVariables() {}

  static VariableFamily family() {
    VariableTable.Builder table = VariableTable.builder();
    add(table, "m", new MessageFlags());
    add(table, "s", new RunFlags());
    add(table, "b", new BranchFlags());
    return table.build();
  }

  /** A set of 32 flags. */
  private interface Flags {
    int read(Frame frame);

    void write(Frame frame, int bits);
  }

  private static final class MessageFlags implements Flags {
    @Override
    public int read(Frame frame) {
      return RequestTarget.of(frame).flags();
    }

    @Override
    public void write(Frame frame, int bits) {
      RequestTarget.of(frame).flags(bits);
    }
  }

  private static final class RunFlags implements Flags {
    @Override
    public int read(Frame frame) {
      return ScriptFlags.of(frame).bits();
    }

    @Override
    public void write(Frame frame, int bits) {
      ScriptFlags.of(frame).bits(bits);
    }
  }

  private static final class BranchFlags implements Flags {
    @Override
    public int read(Frame frame) {
      return RequestTarget.of(frame).branchFlags();
    }

    @Override
    public void write(Frame frame, int bits) {
      RequestTarget.of(frame).branchFlags(bits);
    }
  }

  private static void add(VariableTable.Builder table, String letter, Flags flags) {
    VariableTable.Writing all = (frame, value) -> write(flags, frame, value);
    String capital = letter.equals("m") ? "M" : letter.equals("s") ? "S" : "B";
    table
        .number(letter + "f", frame -> flags.read(frame) & BITS, all)
        .text(letter + "F", frame -> "%08x".formatted(flags.read(frame)), all)
        .any(capital + "f", (name, inner, index, resolver) -> one(flags, name, inner, resolver));
  }

  private static boolean write(Flags flags, Frame frame, Cell value) {
    if (value.kind() == Cell.Kind.TEXT) {
      return false;
    }
    flags.write(frame, (int) value.number());
    return true;
  }

  private static Variable one(Flags flags, String name, @Nullable String inner, Resolver resolver) {
    String written = VariableFamily.inner(name, inner);
    Bit bit = written.startsWith("$") ? dynamic(resolver.variable(written)) : fixed(name, written);
    return VariableTable.writable(
        (frame, into) -> {
          int number = bit.of(frame);
          if (number < 0) {
            into.fail();
          } else {
            into.set(flags.read(frame) >>> number & 1);
          }
        },
        (frame, value) -> {
          if (value.kind() == Cell.Kind.TEXT) {
            return false;
          }
          boolean set = value.number() != 0;
          int number = bit.of(frame);
          int mask = number < 0 ? 0 : 1 << number;
          int bits = flags.read(frame);
          flags.write(frame, set ? bits | mask : bits & ~mask);
          return number >= 0;
        });
  }

  /** The number of a flag; -1, with an error told, when there is none. */
  private interface Bit {
    int of(Frame frame);
  }

  private static Bit fixed(String name, String written) {
    int number;
    try {
      number = Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new Unresolvable("$" + name + "(" + written + ") is no flag");
    }
    if (number < 0 || number > HIGHEST) {
      throw new Unresolvable("flags of $" + name + " are numbered from 0 to " + HIGHEST);
    }
    int flag = number;
    return frame -> flag;
  }

  private static Bit dynamic(Variable variable) {
    return frame -> {
      Cell value = frame.scratch();
      variable.read(frame, value);
      long number = value.numberOr(-1);
      if (number < 0 || number > HIGHEST) {
        frame.error("flags are numbered from 0 to " + HIGHEST);
        return -1;
      }
      return (int) number;
    };
  }
}
