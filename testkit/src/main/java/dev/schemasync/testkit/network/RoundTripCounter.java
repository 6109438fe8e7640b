package dev.schemasync.testkit.network;

import dev.schemasync.testkit.server.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * A TCP proxy before a server that counts how often clients had to wait for it, and can make each
 * wait longer.
 *
 * <p>A round trip is a message after which a client has to wait: the end of a batch (Sync), a
 * query, each message while it connects (manual, "Message Flow"). So connecting counts too, with
 * SCRAM several times; a farewell does not.
 */
public final class RoundTripCounter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final String host;
  private final int targetPort;
  private final Duration latency;
  private final LongConsumer before;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicLong roundTrips = new AtomicLong();
  private final Queue<AtomicLong> byConnection = new ConcurrentLinkedQueue<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong received = new AtomicLong();

  private RoundTripCounter(String host, int targetPort, Duration latency, LongConsumer before)
      throws IOException {
    this.before = before;
    this.host = host;
    this.targetPort = targetPort;
    this.latency = latency;
    this.listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
  }

  /** A proxy that adds no delay of its own. */
  public static RoundTripCounter to(PostgresServer server) {
    return to(server.host(), server.port(), Duration.ZERO);
  }

  /** A proxy that makes the server seem that far away: each round trip takes so much longer. */
  public static RoundTripCounter to(PostgresServer server, Duration latency) {
    return to(server.host(), server.port(), latency);
  }

  /**
   * A proxy that lets something happen before the server hears what a client has to say: what runs
   * then has happened before the server can answer.
   *
   * @param before called with the number of the round trip, from 1
   */
  public static RoundTripCounter to(PostgresServer server, LongConsumer before) {
    return to(server.host(), server.port(), Duration.ZERO, before);
  }

  /** A proxy to any address. */
  public static RoundTripCounter to(String host, int port, Duration latency) {
    return to(host, port, latency, _ -> {});
  }

  private static RoundTripCounter to(String host, int port, Duration latency, LongConsumer before) {
    try {
      RoundTripCounter counter = new RoundTripCounter(host, port, latency, before);
      Thread.ofVirtual().name("round-trip-counter").start(counter::accept);
      return counter;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on the loopback address", e);
    }
  }

  /** The address clients connect to instead of the server's. */
  public String host() {
    return listener.getInetAddress().getHostAddress();
  }

  /** The port clients connect to instead of the server's. */
  public int port() {
    return listener.getLocalPort();
  }

  /** The JDBC URL of a database behind the proxy, without credentials. */
  public String jdbcUrl(PostgresServer server, String database) {
    return server.jdbcUrl(database).replaceFirst("//[^/]*/", "//%s:%d/".formatted(host(), port()));
  }

  /** Round trips so far, on all connections together. */
  public long roundTrips() {
    return roundTrips.get();
  }

  /** Round trips so far of each connection, in the order in which they were made. */
  public List<Long> byConnection() {
    return byConnection.stream().map(AtomicLong::get).toList();
  }

  /** Bytes from clients to the server so far. */
  public long bytesSent() {
    return sent.get();
  }

  /** Bytes from the server to clients so far. */
  public long bytesReceived() {
    return received.get();
  }

  /** Breaks all connections and stops listening. */
  @Override
  public void close() {
    closeQuietly(listener);
    sockets.forEach(RoundTripCounter::closeQuietly);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        sockets.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // Closed while waiting: the loop ends.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(host, targetPort)) {
      sockets.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread answers = Thread.ofVirtual().start(() -> relayAnswers(server, client));
      relayRequests(client, server);
      server.shutdownOutput();
      answers.join();
      sockets.remove(server);
    } catch (IOException e) {
      // One side is gone; closing both tells the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(client);
    }
  }

  private void relayRequests(Socket client, Socket server)
      throws IOException, InterruptedException {
    InputStream in = client.getInputStream();
    OutputStream out = server.getOutputStream();
    byte[] buffer = new byte[BUFFER];
    ClientMessages messages = new ClientMessages();
    AtomicLong own = new AtomicLong();
    byConnection.add(own);
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (int waits = messages.awaitingAnswers(buffer, n); waits > 0; waits--) {
        own.incrementAndGet();
        before.accept(roundTrips.incrementAndGet());
        Thread.sleep(latency);
      }
      sent.addAndGet(n);
      out.write(buffer, 0, n);
    }
  }

  private void relayAnswers(Socket server, Socket client) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        received.addAndGet(n);
        out.write(buffer, 0, n);
      }
      client.shutdownOutput();
    } catch (IOException e) {
      // The client is gone; its own relay notices.
    }
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // Nothing is left to close then.
    }
  }
}
