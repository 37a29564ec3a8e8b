package org.tailoff.command;

import java.io.Console;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.Mnist;
import org.tailoff.live.LiveRuns;
import org.tailoff.live.LiveServer;
import org.tailoff.published.Reproduction;
import org.tailoff.run.RunListener;
import org.tailoff.spec.RunSpec;
import picocli.CommandLine.Option;

/** The option to watch runs in a browser while they go on. */
final class WatchOption implements AutoCloseable {
    /** A page that has just asked asks again a second later, and is then notified of the end. */
    private static final long LAST_LOOK_MILLIS = 1500;

    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--watch",
            description = "Also show the runs on a page of this machine's own while they go on; it says where.")
    private boolean watch;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of that page; default: any that is free.")
    private int port;

    private LiveServer server;

    /** The listeners of the runs: none unless the page is asked for. */
    List<RunListener> listeners(List<Reproduction> reproductions, Map<String, RunSpec> runs, ExampleSets data) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port must be 0 to 65535, was " + port);
        }
        if (!watch) {
            return List.of();
        }
        LiveRuns live = new LiveRuns(reproductions, runs, Mnist.is(data), System::nanoTime);
        server = LiveServer.start(live, port);
        System.err.println("watch: " + server.address());
        return List.of(live);
    }

    /** On a terminal the page stays until the user has seen enough. */
    void untilSeen(Console terminal) throws IOException, InterruptedException {
        if (server == null) {
            return;
        }
        server.awaitEndSeen(LAST_LOOK_MILLIS);
        if (terminal != null) {
            System.err.println("press Enter to end the page at " + server.address());
            System.in.read();
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
