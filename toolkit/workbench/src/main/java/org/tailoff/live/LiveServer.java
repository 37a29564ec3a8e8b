package org.tailoff.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.tailoff.store.JsonFiles;

/**
 * Serves the live page to browsers on this machine. It listens on 127.0.0.1 alone, and answers only requests that were
 * meant for it: a page of another site that has its own name point to 127.0.0.1 sends that name as the host and is
 * refused. Nothing can be changed through it.
 */
public final class LiveServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    /** What there is to ask for beside the numbers. The library for charts is the report's. */
    private static final Map<String, Asset> ASSETS = Map.of(
            "/", new Asset("live.html", HTML),
            "/live.js", new Asset("live.js", SCRIPT),
            "/live.css", new Asset("live.css", STYLE),
            "/uPlot.iife.min.js", new Asset("/org/tailoff/report/uPlot.iife.min.js", SCRIPT),
            "/uPlot.min.css", new Asset("/org/tailoff/report/uPlot.min.css", STYLE));

    private final LiveRuns runs;
    private final HttpServer server;
    private final CountDownLatch endSeen = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "live view");
        thread.setDaemon(true);
        return thread;
    });

    /** A file among the resources. */
    private record Asset(String resource, String type) {
        byte[] bytes() throws IOException {
            try (InputStream in = LiveServer.class.getResourceAsStream(resource)) {
                return in.readAllBytes();
            }
        }
    }

    private LiveServer(LiveRuns runs, HttpServer server) {
        this.runs = runs;
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param runs what to show
     * @param port where to listen, 0 for any that is free
     * @return the server; closing it ends it
     * @throws IllegalArgumentException if the port is taken
     */
    public static LiveServer start(LiveRuns runs, int port) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            LiveServer live = new LiveServer(runs, http);
            http.createContext("/", live::answer);
            http.setExecutor(live.threads);
            http.start();
            return live;
        } catch (IOException e) {
            throw new IllegalArgumentException("--port must be free, " + port + " is not: " + e.getMessage(), e);
        }
    }

    /** {@return where a browser finds the page} */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /**
     * Waits until a page has been sent that every run is finished.
     *
     * @param millis for how long at most: there may be no page
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void awaitEndSeen(long millis) throws InterruptedException {
        endSeen.await(millis, TimeUnit.MILLISECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!meantForUs(exchange.getRequestHeaders().getFirst("Host"))) {
                send(exchange, FORBIDDEN, "text/plain", text("this page is for this machine alone"));
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, NOT_ALLOWED, "text/plain", text("only GET"));
            } else if (path.equals("/live.json")) {
                sendRuns(exchange);
            } else if (ASSETS.containsKey(path)) {
                send(exchange, OK, ASSETS.get(path).type(), ASSETS.get(path).bytes());
            } else {
                send(exchange, NOT_FOUND, "text/plain", text("nothing here"));
            }
        }
    }

    private void sendRuns(HttpExchange exchange) throws IOException {
        LiveRuns.Snapshot snapshot = runs.snapshot();
        send(exchange, OK, "application/json", text(JsonFiles.line(snapshot)));
        if (snapshot.finished()) {
            endSeen.countDown();
        }
    }

    private boolean meantForUs(String host) {
        int port = server.getAddress().getPort();
        return host != null && Set.of("127.0.0.1:" + port, "localhost:" + port).contains(host);
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'self'; img-src data:; frame-ancestors 'none'");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
