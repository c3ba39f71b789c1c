// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.DestinationAdded;
import org.signalbox.keepalive.DestinationAnswered;
import org.signalbox.keepalive.DestinationRemoved;
import org.signalbox.keepalive.DestinationStateChanged;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.DestinationUpdated;
import org.signalbox.keepalive.DestinationsFlushed;
import org.signalbox.keepalive.Keepalive;
import org.signalbox.keepalive.KeepaliveBean;
import org.signalbox.keepalive.KeepaliveEvent;
import org.signalbox.keepalive.KeepaliveListener;
import org.signalbox.keepalive.PingsPaused;
import org.signalbox.keepalive.TargetStateChanged;
import org.signalbox.module.ModulesStopping;

/**
 * Tells every subscriber what happens to the destinations. Changes go out at once; answers and
 * counts are gathered and go out once a second, the latest of each destination, so that a hundred
 * thousand destinations do not drown a browser. With nobody listening it costs one test per event.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventStream {
  static final int MOST_SUBSCRIBERS = 200;
  private static final int MOST_ANSWERS = 500;
  private static final int HEARTBEAT_SECONDS = 15;

  @Inject Watching watching;
  @Inject KeepaliveBean module;
  @Resource ManagedExecutorService executor;

  private final CopyOnWriteArrayList<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final ConcurrentHashMap<Long, DestinationStatus> answered = new ConcurrentHashMap<>();
  private final AtomicBoolean countsChanged = new AtomicBoolean();
  private volatile @Nullable Sse sse;
  private final AtomicInteger quietSeconds = new AtomicInteger();

  @PostConstruct
  void open() {
    module.listen(new Answers());
  }

  /**
   * Adds a client.
   *
   * @return false when there are too many already
   */
  public boolean subscribe(SseEventSink sink, Sse factory, boolean answers) {
    subscribers.removeIf(Subscriber::closed);
    if (subscribers.size() >= MOST_SUBSCRIBERS) {
      return false;
    }
    sse = factory;
    OutboundSseEvent overflow = event(factory, "overflow", JsonObject.EMPTY_JSON_OBJECT);
    Subscriber subscriber = new Subscriber(sink, executor, overflow, answers);
    subscribers.add(subscriber);
    subscriber.offer(event(factory, "counts", counts()));
    return true;
  }

  public void added(@Observes DestinationAdded news) {
    tell("added", news.destination());
  }

  public void removed(@Observes DestinationRemoved news) {
    if (subscribers.isEmpty()) {
      return;
    }
    answered.remove(news.destination().id());
    DestinationStatus gone = news.destination();
    tell(
        "removed",
        Json.createObjectBuilder()
            .add("id", gone.id())
            .add("uri", gone.uri())
            .add("owner", gone.owner())
            .build());
  }

  public void flushed(@Observes DestinationsFlushed news) {
    answered.clear();
    tell("flushed", Json.createObjectBuilder().add("count", news.count()).build());
  }

  public void changed(@Observes DestinationStateChanged news) {
    if (!subscribers.isEmpty()) {
      JsonObjectBuilder json = json(news.destination());
      tell("changed", json.add("previous", DestinationJson.name(news.previous())).build());
    }
  }

  public void targetChanged(@Observes TargetStateChanged news) {
    if (!subscribers.isEmpty()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("id", news.destination().id())
              .add("address", news.address())
              .add("previous", DestinationJson.name(news.previous()));
      DestinationJson.addVerdict(json, news.health());
      tell("target", json.build());
    }
  }

  public void updated(@Observes DestinationUpdated news) {
    tell("updated", news.destination());
  }

  public void paused(@Observes PingsPaused news) {
    tell("paused", Json.createObjectBuilder().add("pause", PauseJson.of(news.pause())).build());
  }

  /** Hears of answers without CDI and EJB in between, which would cost more than the pings. */
  private final class Answers implements KeepaliveListener {
    @Override
    public void happened(KeepaliveEvent event) {
      if (event instanceof DestinationAnswered answer && !subscribers.isEmpty()) {
        DestinationStatus destination = answer.destination();
        if (answered.size() < MOST_ANSWERS || answered.containsKey(destination.id())) {
          answered.put(destination.id(), destination);
        }
      }
    }

    @Override
    public boolean wantsAnswers(String owner) {
      return !subscribers.isEmpty();
    }
  }

  /** Sends what was gathered, and a comment now and then so that proxies keep the stream open. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void everySecond() {
    Sse factory = sse;
    if (factory == null || subscribers.isEmpty()) {
      answered.clear();
      return;
    }
    subscribers.removeIf(Subscriber::closed);
    if (countsChanged.compareAndSet(true, false)) {
      tellAll(event(factory, "counts", counts()));
    }
    if (!answered.isEmpty()) {
      OutboundSseEvent event = event(factory, "answered", drainAnswers());
      subscribers.stream().filter(Subscriber::answers).forEach(each -> each.offer(event));
    }
    if (quietSeconds.incrementAndGet() >= HEARTBEAT_SECONDS) {
      quietSeconds.set(0);
      tellAll(factory.newEventBuilder().comment("still here").build());
    }
  }

  /** Ends every stream while the web container can still end it in good order. */
  public void end(@Observes ModulesStopping stopping) {
    close();
  }

  /** Ends every stream, so that undeploying does not wait for browsers. */
  @PreDestroy
  void close() {
    subscribers.forEach(Subscriber::close);
    subscribers.clear();
  }

  private JsonObject drainAnswers() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    Collection<DestinationStatus> latest = answered.values();
    for (var each = latest.iterator(); each.hasNext(); ) {
      list.add(json(each.next()));
      each.remove();
    }
    return Json.createObjectBuilder().add("destinations", list).build();
  }

  private void tell(String name, DestinationStatus destination) {
    if (!subscribers.isEmpty()) {
      tell(name, json(destination).build());
    }
  }

  private void tell(String name, JsonObject data) {
    Sse factory = sse;
    if (factory != null && !subscribers.isEmpty()) {
      countsChanged.set(true);
      tellAll(event(factory, name, data));
    }
  }

  private void tellAll(OutboundSseEvent event) {
    subscribers.forEach(each -> each.offer(event));
  }

  private JsonObjectBuilder json(DestinationStatus destination) {
    Keepalive keepalive = watching.keepalive();
    return DestinationJson.of(destination, keepalive.roundTrips(destination.id()));
  }

  private JsonObject counts() {
    return DestinationJson.of(watching.keepalive().counts()).build();
  }

  private static OutboundSseEvent event(Sse factory, String name, JsonObject data) {
    return factory
        .newEventBuilder()
        .name(name)
        .mediaType(MediaType.TEXT_PLAIN_TYPE)
        .data(String.class, data.toString())
        .build();
  }
}
