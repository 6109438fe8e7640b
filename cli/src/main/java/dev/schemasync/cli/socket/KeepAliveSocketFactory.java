package dev.schemasync.cli.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Properties;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Sockets that are probed when nothing comes, so that a server that has vanished without closing
 * the connection is noticed while this program waits for it, however long a statement may take. A
 * limit on the time to wait would not do: the build of an index is silent for hours.
 *
 * <p>What was sent and is not acknowledged stands under the system's own limit, a quarter of an
 * hour on Linux; Java cannot set it.
 */
public final class KeepAliveSocketFactory extends SocketFactory {
  /** Seconds of silence before the first probe. */
  public static final String TIME = "schemasync.keepalive.time";

  /** Seconds between two probes. */
  public static final String INTERVAL = "schemasync.keepalive.interval";

  /** Probes without an answer. */
  public static final String RETRIES = "schemasync.keepalive.retries";

  private final Properties properties;

  /** Called by the driver. */
  public KeepAliveSocketFactory(Properties properties) {
    this.properties = properties;
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new Socket();
    socket.setKeepAlive(true);
    set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, TIME);
    set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL);
    set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, RETRIES);
    return socket;
  }

  /** Systems that cannot change it probe in their own time. */
  private void set(Socket socket, SocketOption<Integer> option, String property)
      throws IOException {
    if (socket.supportedOptions().contains(option)) {
      socket.setOption(option, Integer.valueOf(properties.getProperty(property)));
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    return connected(address, new InetSocketAddress(0));
  }

  private Socket connected(InetSocketAddress address, InetSocketAddress local) throws IOException {
    Socket socket = createSocket();
    try {
      socket.bind(local);
      socket.connect(address);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
