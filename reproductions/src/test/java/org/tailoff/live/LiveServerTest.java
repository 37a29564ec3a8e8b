package org.tailoff.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.reproductions.chapter.section2.Overfitting;

class LiveServerTest {
    private final LiveServer server =
            LiveServer.start(new LiveRuns(List.of(new Overfitting()), new Overfitting().runs(), true, () -> 0), 0);

    @AfterEach
    void end() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The first line of the answer to a request with a host of one's own choice. */
    private String status(String method, String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            String request = method + " /live.json HTTP/1.0\r\n" + host + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    @Test
    void itListensOnThisMachineAlone() {
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/live.js", "/live.css", "/uPlot.iife.min.js", "/uPlot.min.css"})
    void thePageAndAllThatItNeedsAreServed(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isNotBlank();
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'self'; img-src data:; frame-ancestors 'none'");
    }

    @Test
    void theNumbersAreJson() throws Exception {
        JsonNode now = new ObjectMapper().readTree(get("/live.json").body());
        assertThat(now.at("/runs/0/name").asText()).isEqualTo("overfitting");
        assertThat(now.at("/runs/0/iterations").asLong()).isEqualTo(40_000);
        assertThat(now.at("/finished").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/../live.html", "/live.html", "/%2e%2e/report/uPlot.LICENSE"})
    void nothingElseIsServed(String path) throws Exception {
        assertThat(get(URI.create(path).toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void aRequestForAnotherHostIsRefused() throws IOException {
        int port = server.address().getPort();
        assertThat(status("GET", "Host: 127.0.0.1:" + port + "\r\n")).contains("200");
        assertThat(status("GET", "Host: localhost:" + port + "\r\n")).contains("200");
        assertThat(status("GET", "Host: evil.example:" + port + "\r\n")).contains("403");
        assertThat(status("GET", "Host: 127.0.0.1\r\n")).contains("403");
        assertThat(status("GET", "")).contains("403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void nothingCanBeChanged(String method) throws IOException {
        assertThat(status(method, "Host: localhost:" + server.address().getPort() + "\r\n"))
                .contains("405");
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        int taken = server.address().getPort();
        LiveRuns none = new LiveRuns(List.of(), new Overfitting().runs(), true, () -> 0);
        assertThatThrownBy(() -> LiveServer.start(none, taken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--port must be free, " + taken + " is not");
    }
}
