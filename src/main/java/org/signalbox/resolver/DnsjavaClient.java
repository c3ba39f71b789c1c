// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.signalbox.resolver.Location.Cause;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NioClient;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks name servers through dnsjava, which follows aliases, repeats, and turns to TCP. */
final class DnsjavaClient implements DnsClient {
  /** dnsjava's own end of all attempts; later than ours, which comes from the timer wheel. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final DnsQuerySettings settings;
  private final Executor executor;
  private final LookupSession session;
  private volatile boolean asked;

  DnsjavaClient(DnsQuerySettings settings, Executor executor) {
    this.settings = settings;
    this.executor = executor;
    LookupSession.LookupSessionBuilder builder =
        LookupSession.builder().resolver(resolver(settings)).executor(executor);
    if (settings.searchList()) {
      ResolverConfig system = ResolverConfig.getCurrentConfig();
      builder.searchPath(system.searchPath()).ndots(system.ndots());
    }
    this.session = builder.build();
  }

  @Override
  public void ask(DnsQuestion question, Consumer<DnsAnswer> sink) {
    Name name;
    try {
      name = name(question);
    } catch (TextParseException e) {
      sink.accept(new DnsAnswer.Failure(Cause.INVALID_NAME, "it cannot be a host name"));
      return;
    }
    asked = true;
    session
        .lookupAsync(name, Type.value(question.type().name()))
        .whenCompleteAsync(
            (result, error) -> sink.accept(error == null ? answer(result) : failure(error)),
            executor);
  }

  /** Ends dnsjava's selector thread; it starts again should another deployment part ask. */
  @Override
  public void close() {
    if (asked && !processEnds()) { // else there is no thread, and dnsjava would complain
      NioClient.close();
    }
  }

  /** Whether shutdown hooks run: dnsjava has one of its own, and cannot take it back any more. */
  private static boolean processEnds() {
    try {
      Runtime.getRuntime().removeShutdownHook(Thread.currentThread()); // it never was one
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private Name name(DnsQuestion question) throws TextParseException {
    // The search list is for hosts: other names carry their domain already.
    boolean host = question.type() == DnsType.A || question.type() == DnsType.AAAA;
    return settings.searchList() && host
        ? Name.fromString(question.name())
        : Name.fromString(question.name(), Name.root);
  }

  private static ExtendedResolver resolver(DnsQuerySettings settings) {
    List<InetSocketAddress> servers =
        settings.servers().isEmpty()
            ? ResolverConfig.getCurrentConfig().servers()
            : settings.servers();
    ExtendedResolver resolver =
        new ExtendedResolver(
            servers.stream().map(SimpleResolver::new).toArray(org.xbill.DNS.Resolver[]::new));
    for (org.xbill.DNS.Resolver each : resolver.getResolvers()) {
      each.setTimeout(settings.attempt());
    }
    resolver.setRetries(settings.attempts());
    resolver.setTimeout(settings.deadline().plus(GRACE));
    return resolver;
  }

  private static DnsAnswer answer(LookupResult result) {
    List<DnsRecord> records = result.getRecords().stream().map(DnsjavaClient::record).toList();
    if (records.isEmpty()) {
      return new DnsAnswer.Failure(Cause.UNKNOWN_NAME, "it has no record of this type");
    }
    long ttl = result.getRecords().stream().mapToLong(Record::getTTL).min().orElse(0);
    return new DnsAnswer.Records(records, Duration.ofSeconds(ttl));
  }

  private static DnsRecord record(Record record) {
    if (record instanceof ARecord a) {
      return new DnsRecord.Host(NumericHost.of(a.getAddress().getAddress()));
    }
    if (record instanceof AAAARecord aaaa) {
      return new DnsRecord.Host(NumericHost.of(aaaa.getAddress().getAddress()));
    }
    if (record instanceof NAPTRRecord naptr) {
      return new DnsRecord.Pointer(
          naptr.getOrder(),
          naptr.getPreference(),
          naptr.getFlags(),
          naptr.getService(),
          naptr.getReplacement().toString(true));
    }
    SRVRecord srv = (SRVRecord) record;
    Name target = srv.getTarget();
    String host = target.equals(Name.root) ? "" : target.toString(true);
    return new DnsRecord.Service(srv.getPriority(), srv.getWeight(), srv.getPort(), host);
  }

  private static DnsAnswer failure(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    if (cause instanceof NoSuchDomainException) {
      return new DnsAnswer.Failure(Cause.UNKNOWN_NAME, "it does not exist");
    }
    if (cause instanceof NoSuchRRSetException) {
      return new DnsAnswer.Failure(Cause.UNKNOWN_NAME, "it has no record of this type");
    }
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof TimeoutException) {
        return new DnsAnswer.Failure(Cause.TIMEOUT, "no name server answered");
      }
    }
    return new DnsAnswer.Failure(Cause.SERVER_FAILURE, "the name servers cannot answer");
  }
}
