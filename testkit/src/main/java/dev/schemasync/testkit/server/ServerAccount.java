package dev.schemasync.testkit.server;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.Optional;

/**
 * The operating system user that PostgreSQL runs as. PostgreSQL refuses to run as root, so root
 * lends its servers an unprivileged user, by whichever tool this machine has.
 *
 * @param label names the account in cache folders: files of one account are of no use to another
 * @param prefix what goes before a command to run it as this account
 * @param owner whom its files must belong to, if not to the current user
 */
record ServerAccount(String label, ImmutableList<String> prefix, Optional<UserPrincipal> owner) {

  private static final ImmutableList<String> UNPRIVILEGED = ImmutableList.of("nobody", "daemon");

  /** Asked once: it does not change while the JVM lives. */
  private static final class Current {
    static final ServerAccount INSTANCE = find();
  }

  static ServerAccount current() {
    return Current.INSTANCE;
  }

  ImmutableList<String> command(List<String> command) {
    return ImmutableList.<String>builder().addAll(prefix).addAll(command).build();
  }

  /** Hands a single, existing folder to this account. */
  void take(Path folder) throws IOException {
    if (owner.isPresent()) {
      Files.setOwner(folder, owner.get());
    }
  }

  private static ServerAccount find() {
    ServerAccount self = new ServerAccount("self", ImmutableList.of(), Optional.empty());
    if (self.works()) {
      return self;
    }
    return candidates().stream()
        .filter(ServerAccount::works)
        .findFirst()
        .orElseThrow(
            () ->
                new PostgresUnavailableException(
                    ("PostgreSQL refuses to run as root, and none of setpriv, runuser, su and"
                            + " unshare could become an unprivileged user here; run the tests as"
                            + " another user, or choose another provider with -D%s")
                        .formatted(PostgresServers.PROVIDER_PROPERTY)));
  }

  private static ImmutableList<ServerAccount> candidates() {
    ImmutableList.Builder<ServerAccount> candidates = ImmutableList.builder();
    for (String name : UNPRIVILEGED) {
      user(name)
          .ifPresent(
              user -> {
                candidates.add(setpriv(name, user));
                candidates.add(
                    new ServerAccount(
                        name, ImmutableList.of("runuser", "-u", name, "--"), Optional.of(user)));
                candidates.add(
                    new ServerAccount(
                        name,
                        ImmutableList.of(
                            "su", "-s", "/bin/sh", "-c", "exec \"$@\"", name, "--", "sh"),
                        Optional.of(user)));
              });
    }
    // A user namespace where root's own number has another name: the files stay root's.
    candidates.add(
        new ServerAccount(
            "namespace",
            ImmutableList.of("unshare", "--user", "--map-user=65534", "--map-group=65534"),
            Optional.empty()));
    return candidates.build();
  }

  private static ServerAccount setpriv(String name, UserPrincipal user) {
    return new ServerAccount(
        name,
        ImmutableList.of(
            "setpriv", "--reuid", name, "--regid", primaryGroup(name), "--clear-groups"),
        Optional.of(user));
  }

  private static String primaryGroup(String user) {
    return CommandResult.run(ImmutableList.of("id", "-g", user)).output().strip();
  }

  private static Optional<UserPrincipal> user(String name) {
    try {
      return Optional.of(
          Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    } catch (UserPrincipalNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new PostgresUnavailableException("cannot look up the user " + name, e);
    }
  }

  private boolean works() {
    CommandResult result = CommandResult.run(command(ImmutableList.of("id", "-u")));
    return result.status() == 0 && !result.output().strip().equals("0");
  }
}
