// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages that share a Call-ID. Every question costs the same, however many they are; most
 * calls have one, and then nothing is indexed. Guarded by its {@link Slot}.
 */
final class Call {
  private @Nullable StoredMessage only;

  /** From the second message on. */
  private @Nullable Map<String, StoredMessage> byId;

  /** How many messages have a branch; empty up to the second message. */
  private Map<String, Integer> branches = Map.of();

  private int withoutBranch;

  boolean isEmpty() {
    return only == null && (byId == null || byId.isEmpty());
  }

  int size() {
    return byId == null ? (only == null ? 0 : 1) : byId.size();
  }

  @Nullable StoredMessage find(String id) {
    Map<String, StoredMessage> all = byId;
    if (all != null) {
      return all.get(id);
    }
    return only != null && only.idKey().equals(id) ? only : null;
  }

  /** Takes one in; there must be none of its id. */
  void add(StoredMessage message) {
    StoredMessage first = only;
    if (byId == null && first == null) {
      only = message;
      return;
    }
    if (byId == null && first != null) {
      only = null;
      byId = new LinkedHashMap<>();
      branches = new HashMap<>();
      index(first);
    }
    index(message);
  }

  private void index(StoredMessage message) {
    if (byId != null) {
      byId.put(message.idKey(), message);
    }
    String branch = message.branch();
    if (branch == null) {
      withoutBranch++;
    } else {
      branches.merge(branch, 1, Integer::sum);
    }
  }

  void remove(StoredMessage message) {
    if (byId == null) {
      only = null;
      return;
    }
    byId.remove(message.idKey());
    String branch = message.branch();
    if (branch == null) {
      withoutBranch--;
    } else {
      branches.computeIfPresent(branch, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  /** The one that has been here longest; there must be one. */
  StoredMessage oldest() {
    StoredMessage first = only;
    return first != null ? first : all().iterator().next();
  }

  /** Whether one of them has this branch. */
  boolean hasBranch(String branch) {
    return byId == null
        ? only != null && branch.equals(only.branch())
        : branches.containsKey(branch);
  }

  /** Whether one of them has no branch. */
  boolean hasNoBranch() {
    return byId == null ? only != null && only.branch() == null : withoutBranch > 0;
  }

  /** So many at most, oldest first, of those with greater numbers. */
  List<StoredMessage> page(long after, int limit) {
    return all().stream().filter(each -> each.number > after).limit(limit).toList();
  }

  private Collection<StoredMessage> all() {
    if (byId != null) {
      return byId.values();
    }
    return only == null ? List.of() : List.of(only);
  }
}
