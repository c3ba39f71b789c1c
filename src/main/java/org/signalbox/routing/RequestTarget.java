// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.sip.Uri;
import org.signalbox.transport.ConnectionUse;

/**
 * What a script decides about a request besides its content: where it goes, from which socket, how
 * many copies, and its flags. Travels with the transaction (variables.md §3). One thread at a time.
 */
public final class RequestTarget {
  private static final StateKey<RequestTarget> KEY = StateKey.ofTransaction(RequestTarget::new);

  private @Nullable String changedUri;
  private @Nullable Uri parsed;
  private @Nullable String parsedText;
  private @Nullable String destinationUri;
  private @Nullable String path;
  private @Nullable String socket;
  private @Nullable String instance;
  private @Nullable String ruid;
  private @Nullable String locationUserAgent;
  private int q = -1;
  private int flags;
  private int branchFlags;
  private int lastError;
  private ConnectionUse connectionUse = ConnectionUse.USUAL;
  private boolean used;
  private long sendConnection;
  private @Nullable String advertisedAddress;
  private int advertisedPort;
  private boolean localRport;
  private @Nullable TransportProtocol largeRequests;
  private String viaParameters = "";
  private boolean further;
  private List<Branch> branches = new ArrayList<>();

  /** That of the message a frame runs for. */
  public static RequestTarget of(Frame frame) {
    return frame.state(KEY);
  }

  /** Gives a frame another one: that of a branch. */
  public static void keep(Frame frame, RequestTarget target) {
    frame.keep(KEY, target);
  }

  /** An independent copy: what one branch changes, the others do not see. */
  public RequestTarget copy() {
    RequestTarget copy = new RequestTarget();
    copy.changedUri = changedUri;
    copy.destinationUri = destinationUri;
    copy.path = path;
    copy.socket = socket;
    copy.instance = instance;
    copy.ruid = ruid;
    copy.locationUserAgent = locationUserAgent;
    copy.q = q;
    copy.flags = flags;
    copy.branchFlags = branchFlags;
    copy.lastError = lastError;
    copy.connectionUse = connectionUse;
    copy.used = used;
    copy.sendConnection = sendConnection;
    copy.advertisedAddress = advertisedAddress;
    copy.advertisedPort = advertisedPort;
    copy.localRport = localRport;
    copy.largeRequests = largeRequests;
    copy.viaParameters = viaParameters;
    copy.branches = new ArrayList<>(branches);
    return copy;
  }

  /** This one, turned towards a further target. */
  public RequestTarget towards(Branch branch) {
    further = true;
    become(branch);
    branches = new ArrayList<>();
    return this;
  }

  /** The first target of the request as one among others. */
  public Branch asBranch(String requestUri) {
    return new Branch(
        requestUri,
        destinationUri,
        path,
        q,
        socket,
        branchFlags,
        instance,
        ruid,
        locationUserAgent);
  }

  /** Makes a target the first one of the request, in place of what that was. */
  public void become(Branch branch) {
    ruri(branch.uri());
    destinationUri = branch.destinationUri();
    path = branch.path();
    q = branch.q();
    socket = branch.socket();
    branchFlags = branch.flags();
    instance = branch.instance();
    ruid = branch.ruid();
    locationUserAgent = branch.locationUserAgent();
  }

  /** Whether it is that of a further target, not of the request URI. */
  public boolean further() {
    return further;
  }

  /** The request URI as it stands now, a byte in each char; empty for a reply. */
  public static String ruri(Frame frame) {
    String changed = of(frame).changedUri;
    if (changed != null) {
      return changed;
    }
    return frame.message() instanceof SipRequest request
        ? WireText.of(request.requestUriOctets())
        : "";
  }

  /** The request URI as it stands now, read; null where it is none, and for a reply. */
  public static @Nullable Uri uri(Frame frame) {
    RequestTarget target = of(frame);
    String changed = target.changedUri;
    if (changed == null) {
      return frame.message() instanceof SipRequest request ? request.requestUri() : null;
    }
    if (!changed.equals(target.parsedText)) {
      target.parsed = Uri.parse(WireText.decoded(changed)) instanceof Uri uri ? uri : null;
      target.parsedText = changed;
    }
    return target.parsed;
  }

  /** Where the request goes next: {@code $du}, else the request URI as it stands now. */
  public static String nextUri(Frame frame) {
    String chosen = of(frame).destinationUri;
    return chosen == null ? ruri(frame) : chosen;
  }

  /** The request URI that takes the place of the received one; null while that stands. */
  public @Nullable String changedUri() {
    return changedUri;
  }

  /** Changes the request URI, unchecked. The branch is new again. */
  public void ruri(String uri) {
    changedUri = uri;
    used = false;
  }

  /** Goes back to the request URI as received. */
  public void revertUri() {
    changedUri = null;
    used = false;
  }

  /**
   * Goes on with another form of the message: null when its request URI is the one wanted, else the
   * one that takes its place.
   */
  void uriBack(@Nullable String changed) {
    changedUri = changed;
  }

  /** {@code $du}: where the request goes instead of its URI; null when unset. */
  public @Nullable String destinationUri() {
    return destinationUri;
  }

  /** Sets {@code $du}; null clears it. The branch is new again. */
  public void destinationUri(@Nullable String uri) {
    destinationUri = uri;
    used = false;
  }

  /** Route values to put on top; null for none. */
  public @Nullable String path() {
    return path;
  }

  public void path(@Nullable String values) {
    path = values;
  }

  /** {@code $fs}: the socket to send from as {@code udp:127.0.0.1:5060}; null for the default. */
  public @Nullable String socket() {
    return socket;
  }

  public void socket(@Nullable String wanted) {
    socket = wanted;
  }

  public @Nullable String ruid() {
    return ruid;
  }

  public @Nullable String locationUserAgent() {
    return locationUserAgent;
  }

  /** In thousandths; -1 for none. */
  public int q() {
    return q;
  }

  /** The message flags, a bit each. */
  public int flags() {
    return flags;
  }

  public void flags(int bits) {
    flags = bits;
  }

  /** The branch flags of the first branch, a bit each. */
  public int branchFlags() {
    return branchFlags;
  }

  public void branchFlags(int bits) {
    branchFlags = bits;
  }

  /** Why the last thing failed, a negative Kamailio error code; 0 for nothing. */
  public int lastError() {
    return lastError;
  }

  public void lastError(int code) {
    lastError = code;
  }

  /** What the request may do to the connection that it leaves by. */
  public ConnectionUse connectionUse() {
    return connectionUse;
  }

  public void connectionUse(ConnectionUse wanted) {
    connectionUse = wanted;
  }

  /** The connection to send on; 0 for the transport's choice. */
  public long sendConnection() {
    return sendConnection;
  }

  public void sendConnection(long id) {
    sendConnection = id;
  }

  /** What stands in place of the host of our Via; null for that of the socket. */
  public @Nullable String advertisedAddress() {
    return advertisedAddress;
  }

  public void advertisedAddress(@Nullable String host) {
    advertisedAddress = host;
  }

  /** What stands in place of the port of our Via; 0 for that of the socket. */
  public int advertisedPort() {
    return advertisedPort;
  }

  public void advertisedPort(int port) {
    advertisedPort = port;
  }

  /** Whether our Via asks for {@code rport}. */
  public void localRport(boolean asked) {
    localRport = asked;
  }

  /** What our Via carries behind its branch, each with its semicolon. */
  public String viaParameters() {
    return localRport ? ";rport" + viaParameters : viaParameters;
  }

  /** Puts parameters into our Via besides {@code rport}; empty takes them out. */
  public void viaParameters(String parameters) {
    viaParameters = parameters;
  }

  /** What it leaves over when it is too large for a datagram; null for what the file says. */
  public @Nullable TransportProtocol largeRequests() {
    return largeRequests;
  }

  public void largeRequests(@Nullable TransportProtocol protocol) {
    largeRequests = protocol;
  }

  /** Whether the first branch has been relayed and nothing about it changed since. */
  public boolean used() {
    return used;
  }

  public void used(boolean relayed) {
    used = relayed;
  }

  /** The further targets; change it freely. */
  public List<Branch> branches() {
    return branches;
  }
}
