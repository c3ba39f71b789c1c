// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Named values in an answer: their order is kept, and so are names that come twice. Values are
 * those of {@link RpcArray}. Not thread-safe.
 */
public final class RpcStruct {
  private final List<Member> members = new ArrayList<>();

  /** One of them. */
  public record Member(String name, @Nullable Object value) {}

  /**
   * Appends a value.
   *
   * @throws IllegalArgumentException when it is of a type that cannot be sent
   */
  public RpcStruct add(String name, @Nullable Object value) {
    members.add(new Member(name, RpcItems.checked(value)));
    return this;
  }

  /** Appends a structure and returns it to be filled. */
  public RpcStruct struct(String name) {
    RpcStruct struct = new RpcStruct();
    members.add(new Member(name, struct));
    return struct;
  }

  /** Appends a list and returns it to be filled. */
  public RpcArray array(String name) {
    RpcArray array = new RpcArray();
    members.add(new Member(name, array));
    return array;
  }

  /** Whether there is a value of that name. */
  boolean has(String name) {
    return members.stream().anyMatch(member -> member.name().equals(name));
  }

  /** The first value of that name; null when there is none. */
  @Nullable Object value(String name) {
    for (Member member : members) {
      if (member.name().equals(name)) {
        return member.value();
      }
    }
    return null;
  }

  /** What it holds, in order. */
  public List<Member> members() {
    return Collections.unmodifiableList(members);
  }
}
