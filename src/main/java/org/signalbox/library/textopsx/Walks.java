// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.StateKey;
import org.signalbox.sip.Header;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.SipMessage;

/** Named iterators over the pieces of a message as received: its headers or lines of its body. */
final class Walks {
  private static final int MOST = 4;

  private final StateKey<Map<String, Walk>> key = StateKey.ofRun(HashMap::new);
  private final Cutting cutting;

  private Walks(Cutting cutting) {
    this.cutting = cutting;
  }

  /** A piece of a message: its place in the array, and how it reads. */
  record Piece(int start, int end, String name, String text) {}

  /** Cuts a message into pieces. */
  private interface Cutting {
    List<Piece> of(SipMessage message);
  }

  /** One iterator. One thread, as the frame. */
  private static final class Walk {
    final SipMessage message;
    final List<Piece> pieces;
    int at = -1;

    Walk(SipMessage message, List<Piece> pieces) {
      this.message = message;
      this.pieces = pieces;
    }

    @Nullable Piece piece() {
      return at >= 0 && at < pieces.size() ? pieces.get(at) : null;
    }
  }

  static Walks overHeaders() {
    return new Walks(message -> message.headers().stream().map(Walks::piece).toList());
  }

  static Walks overBodyLines() {
    return new Walks(Walks::lines);
  }

  private static Piece piece(Header header) {
    String name = WireText.bytes(header.name());
    return new Piece(header.start(), header.end(), name, WireText.of(header.octets()));
  }

  private static List<Piece> lines(SipMessage message) {
    List<Piece> lines = new ArrayList<>();
    byte[] bytes = message.array();
    int start = message.bodyStart();
    for (int at = start; at < message.end(); at++) {
      if (bytes[at] == '\n' || at + 1 == message.end()) {
        lines.add(new Piece(start, at + 1, "", WireText.of(bytes, start, at + 1)));
        start = at + 1;
      }
    }
    return lines;
  }

  /** Where an iterator stands; null, with an error told, when there is none of the name. */
  @Nullable Piece piece(Frame frame, String name) {
    Walk walk = walk(frame, name);
    return walk == null ? null : walk.piece();
  }

  private @Nullable Walk walk(Frame frame, String name) {
    Walk walk = frame.state(key).get(name);
    if (walk == null) {
      frame.error("iterator not available [" + name + "]");
    }
    return walk;
  }

  FunctionCall start(Arguments arguments) {
    Arguments.TextArgument name = arguments.text(0);
    return frame -> {
      String wanted = name.value(frame);
      Map<String, Walk> walks = frame.state(key);
      if (wanted == null || wanted.isEmpty()) {
        frame.error("an iterator needs a name");
        return -1;
      }
      if (!walks.containsKey(wanted) && walks.size() == MOST) {
        frame.error("no iterator available - max number is " + MOST);
        return -1;
      }
      walks.put(wanted, new Walk(frame.message(), cutting.of(frame.message())));
      return 1;
    };
  }

  /** What is done with an iterator that exists. */
  private interface Use {
    boolean of(Frame frame, Walk walk);
  }

  private FunctionCall call(Arguments arguments, Use use) {
    Arguments.TextArgument name = arguments.text(0);
    return frame -> {
      Walk walk = walk(frame, String.valueOf(name.value(frame)));
      return walk != null && use.of(frame, walk) ? 1 : -1;
    };
  }

  FunctionCall next(Arguments arguments) {
    return call(
        arguments,
        (frame, walk) -> {
          walk.at = Math.min(walk.at + 1, walk.pieces.size());
          return walk.piece() != null;
        });
  }

  FunctionCall previous(Arguments arguments) {
    return call(
        arguments,
        (frame, walk) -> {
          walk.at = Math.max(walk.at - 1, -1);
          return walk.piece() != null;
        });
  }

  FunctionCall end(Arguments arguments) {
    return call(arguments, (frame, walk) -> frame.state(key).values().remove(walk));
  }

  FunctionCall remove(Arguments arguments) {
    return edited(arguments, (frame, walk, piece) -> edit(walk).remove(piece.start(), piece.end()));
  }

  FunctionCall append(Arguments arguments) {
    Arguments.TextArgument text = arguments.text(1);
    return edited(arguments, (frame, walk, piece) -> inserted(frame, walk, piece.end(), text));
  }

  FunctionCall insert(Arguments arguments) {
    Arguments.TextArgument text = arguments.text(1);
    return edited(arguments, (frame, walk, piece) -> inserted(frame, walk, piece.start(), text));
  }

  private static boolean inserted(Frame frame, Walk walk, int at, Arguments.TextArgument text) {
    String written = text.value(frame);
    return written != null && !written.isEmpty() && edit(walk).insert(at, WireText.octets(written));
  }

  private static MessageEdits edit(Walk walk) {
    return walk.message.edits();
  }

  /** What is done where an iterator stands. */
  private interface Edit {
    boolean of(Frame frame, Walk walk, Piece piece);
  }

  /** Edits of a message that another has taken the place of would be lost. */
  private FunctionCall edited(Arguments arguments, Edit edit) {
    return call(
        arguments,
        (frame, walk) -> {
          Piece piece = walk.piece();
          if (walk.message != frame.message()) {
            frame.error("the message has changed since the iterator began");
            return false;
          }
          return piece != null && edit.of(frame, walk, piece);
        });
  }
}
