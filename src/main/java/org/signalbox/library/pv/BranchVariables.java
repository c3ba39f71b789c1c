// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Branch;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.Positions;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.SipRequest;

/** The further targets of a request (variables.md §7). */
final class BranchVariables {
  private BranchVariables() {}

  static VariableFamily family() {
    return VariableTable.builder()
        .text("br", BranchVariables::first, BranchVariables::append)
        .text("bR", BranchVariables::added)
        .text("ds", BranchVariables::destinations)
        .any("branch", (name, inner, index, resolver) -> field(name, inner, index))
        .inner("sbranch", StandaloneBranch::field)
        .build();
  }

  private static List<Branch> branches(Frame frame) {
    return frame.message() instanceof SipRequest ? RequestTarget.of(frame).branches() : List.of();
  }

  private static @Nullable String first(Frame frame) {
    List<Branch> all = branches(frame);
    return all.isEmpty() ? null : all.get(0).uri();
  }

  private static boolean append(Frame frame, Cell value) {
    String uri = value.text();
    if (value.kind() != Cell.Kind.TEXT || uri.isEmpty()) {
      return false;
    }
    if (!(frame.message() instanceof SipRequest)) {
      return false;
    }
    RequestTarget target = RequestTarget.of(frame);
    target.branches().add(Branch.to(uri).withSocket(target.socket()));
    return true;
  }

  private static @Nullable String added(Frame frame) {
    List<Branch> all = branches(frame);
    StringBuilder out = new StringBuilder();
    for (Branch branch : all) {
      String uri = branch.q() < 0 ? branch.uri() : bracketed(branch.uri());
      out.append(out.isEmpty() ? "" : ", ").append(weighed(uri, branch.q()));
    }
    return all.isEmpty() ? null : out.toString();
  }

  /** The Contact of a redirect to all targets; null while nothing says where the request goes. */
  private static @Nullable String destinations(Frame frame) {
    RequestTarget target = RequestTarget.of(frame);
    List<Branch> all = branches(frame);
    String uri = CurrentUri.request(frame).text();
    if (uri == null || (all.isEmpty() && target.changedUri() == null)) {
      return null;
    }
    StringBuilder out = new StringBuilder("Contact: ").append(weighed(bracketed(uri), target.q()));
    for (Branch branch : all) {
      out.append(", ").append(weighed(bracketed(branch.uri()), branch.q()));
    }
    return out.toString();
  }

  private static String bracketed(String uri) {
    return uri.startsWith("<") ? uri : "<" + uri + ">";
  }

  private static String weighed(String uri, int q) {
    if (q < 0) {
      return uri;
    }
    String thousandths = "%d.%03d".formatted(q / 1000, q % 1000);
    int end = thousandths.length();
    while (thousandths.charAt(end - 1) == '0' && thousandths.charAt(end - 2) != '.') {
      end--;
    }
    return uri + ";q=" + thousandths.substring(0, end);
  }

  private static Variable field(String name, @Nullable String inner, VariableIndex index) {
    String field = VariableFamily.inner(name, inner);
    if (index instanceof VariableIndex.All) {
      throw new Unresolvable("$" + name + " does not take [*]");
    }
    return field.equals("count")
        ? (frame, into) -> into.set(branches(frame).size())
        : new Field(BranchFields.named(field), field.equals("uri"), index);
  }

  /** A field of one of them; an address that is cleared takes its branch away. */
  private record Field(BranchFields.Field field, boolean uri, VariableIndex index)
      implements Variable.Writable {
    @Override
    public void read(Frame frame, Cell into) {
      List<Branch> all = branches(frame);
      int position = Positions.of(frame, index, all.size());
      if (position < 0) {
        into.clear();
      } else {
        field.read(all.get(position), into);
      }
    }

    @Override
    public boolean write(Frame frame, Cell value) {
      Cell kept = new Cell();
      kept.copy(value);
      List<Branch> all = branches(frame);
      int position = Positions.of(frame, index, all.size());
      if (position < 0) {
        frame.error("there is no such branch");
        return false;
      }
      if (uri && !kept.isPresent()) {
        all.remove(position);
        return true;
      }
      Branch changed = field.write(all.get(position), kept);
      if (changed != null) {
        all.set(position, changed);
      }
      return changed != null;
    }
  }
}
