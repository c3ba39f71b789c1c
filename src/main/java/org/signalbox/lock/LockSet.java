// SPDX-License-Identifier: Apache-2.0
package org.signalbox.lock;

/** A fixed number of locks, addressed by index or by the hash of a key. Thread-safe. */
public final class LockSet {
  /** The largest set: 2 to the power of 20. */
  public static final int MAX_SIZE = 1 << 20;

  private final SimpleLock[] locks;

  /**
   * A set of free locks.
   *
   * @param size 1 to {@link #MAX_SIZE}
   */
  public LockSet(int size) {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("a lock set has 1 to " + MAX_SIZE + " locks, not " + size);
    }
    locks = new SimpleLock[size];
    for (int i = 0; i < size; i++) {
      locks[i] = new SimpleLock();
    }
  }

  /** The lock at an index from 0 to size - 1. */
  public SimpleLock at(int index) {
    return locks[index];
  }

  /** The lock for a key: always the same one, shared with other keys of the same hash. */
  public SimpleLock of(Object key) {
    return locks[indexOf(key)];
  }

  /** The index of a key's lock. */
  public int indexOf(Object key) {
    int hash = key.hashCode() * 0x9E3779B9; // spreads texts that differ in their last letter only
    return Math.floorMod(hash ^ (hash >>> 16), locks.length);
  }
}
