package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The pages of a running node")
class PortalMarketTest {

    @TempDir
    Path root = Path.of("");

    private TestNode node;
    private Visitor visitor;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        node = TestNode.start(root, "germany", "DE", "");
        JsonNode link = Api.good(node.api().post("/api/portal/links", "{\"name\":\"Erika\",\"roles\":[\"provider\"]}"))
                .json();
        visitor = Visitor.by(URI.create(link.get("url").stringValue()));
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
    }

    @Test
    @DisplayName(
            "put a dataset of pasted text on offer with its facts, terms and bytes, and take it off again with a reason")
    void publish() throws IOException, InterruptedException {
        String form = "id=lists&title-en=Lists&what=customer-contacts&text=" + encoded("a,b\n1,東京")
                + "&purpose=statistics&country=JP&until=2030-12-31&answering=confirm";
        assertThat(visitor.post("/en/publish", form).body()).contains("Check before publishing");
        assertThat(node.api().get("/api/datasets/lists").status()).isEqualTo(404);
        assertThat(visitor.post("/en/publish", form + "&confirmed=yes").body())
                .contains("The dataset is on offer.", "Lists");
        JsonNode dataset = node.api().read("/api/datasets/lists");
        assertThat(dataset.toString()).contains("\"personal\":\"true\"", "\"originRegime\":\"EU\"", "2030-12-31", "JP");
        try (Stream<Path> kept = Files.list(node.folder().resolve("published"))) {
            List<Path> files = kept.toList();
            assertThat(files).hasSize(1);
            assertThat(Files.readString(files.getFirst())).isEqualTo("a,b\n1,東京\n");
        }
        assertThat(visitor.get("/en/find").body()).contains("One dataset is found.", "our own");
        assertThat(visitor.post("/en/offers/lists/withdraw", "reason=wrong+file")
                        .body())
                .contains("no longer on offer");
        assertThat(node.api().read("/api/datasets/lists").toString()).contains("wrong file");
    }

    @Test
    @DisplayName("offer what an API answers to a credential, which is used once and found nowhere afterwards")
    void api() throws IOException, InterruptedException {
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/figures.json", exchange -> {
            boolean isIn = "Bearer s3cret-of-the-api"
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = (isIn ? "{\"grams\":412}" : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(isIn ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        api.start();
        try {
            String address = "http://127.0.0.1:" + api.getAddress().getPort() + "/figures.json";
            String form =
                    "id=figures&title-en=Figures&what=open-statistics&answering=direct&address=" + encoded(address);
            String check = visitor.post("/en/publish", form + "&authorization=Bearer+s3cret-of-the-api")
                    .body();
            assertThat(check).contains(address, "type=\"password\"").doesNotContain("s3cret");
            HttpResponse<String> refused =
                    visitor.post("/en/publish", form + "&confirmed=yes&authorization=Bearer+other");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("answered 401, not 200").doesNotContain("Bearer");
            assertThat(visitor.post("/en/publish", form + "&confirmed=yes&authorization=Bearer+s3cret-of-the-api")
                            .body())
                    .contains("The dataset is on offer.");
        } finally {
            api.stop(0);
        }
        JsonNode dataset = node.api().read("/api/datasets/figures");
        assertThat(dataset.toString())
                .contains("application/json", "\"bytes\":13")
                .doesNotContain("s3cret");
        try (Stream<Path> files = Files.walk(node.folder())) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                        .as(each.toString())
                        .doesNotContain("s3cret");
            }
        }
        assertThat(visitor.post(
                                "/en/publish",
                                "id=x&title-en=X&what=open-statistics&answering=direct&address="
                                        + encoded("https://erika:pw@api.example/x"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("take a file that a form brings, with the form or before it, from whoever may publish and nobody else")
    void upload() throws IOException, InterruptedException {
        byte[] file = ("port,tons\n" + "Kobe,4\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        String form = "id=sea;title-en=Sea;what=open-statistics;answering=direct;seen-by=everybody";
        HttpResponse<String> proposed = visitor.upload("/en/publish", form + ";propose=yes", "../sea.csv", file);
        assertThat(proposed.body())
                .contains("port; string\ntons; integer</textarea>", "The node keeps “sea.csv” already");
        String check = visitor.upload("/en/publish", form, "sea.csv", file).body();
        assertThat(check).contains("Check before publishing", "sea.csv");
        JsonNode kept = JsonMapper.shared()
                .readTree(visitor.upload("/en/publish/upload", "", "sea.csv", file)
                        .body());
        assertThat(kept.path("bytes").asLong()).isEqualTo(file.length);
        String hash = kept.path("kept").stringValue();
        assertThat(check).contains(hash);
        visitor.post(
                "/en/publish", form.replace(';', '&') + "&uploaded=" + hash + "&uploaded-name=sea.csv&confirmed=yes");
        assertThat(node.api().read("/api/datasets/sea").path("sha256").stringValue())
                .isEqualTo(hash);

        Visitor stranger = Visitor.by(visitor.site());
        HttpResponse<String> refused = stranger.upload("/en/publish/upload", "", "x.csv", file);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(stranger.upload("/en/publish", form, "x.csv", new byte[] {1}).statusCode())
                .isEqualTo(403);
        try (Stream<Path> files = Files.list(node.folder().resolve("published"))) {
            assertThat(files.toList()).hasSize(1);
        }
    }

    @Test
    @DisplayName("offer no file of the node's own folder, where its keys lie, and say so")
    void ownFolder() throws IOException, InterruptedException {
        Path secret;
        try (Stream<Path> files = Files.walk(node.folder())) {
            secret = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Path link = Files.createSymbolicLink(root.resolve("innocent.csv"), secret);
        for (Path named : List.of(secret, link)) {
            String form = "id=keys&title-en=Keys&what=open-statistics&answering=direct&confirmed=yes&file="
                    + encoded(named.toString());
            HttpResponse<String> refused = visitor.post("/en/publish", form);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("own folder, of which nothing is offered");
        }
        assertThat(node.api().get("/api/datasets/keys").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("record facts of a counterparty with their source, and say when its address cannot be read")
    void participants() throws IOException, InterruptedException {
        String did = "did:web:localhost%3A1";
        String page = "/en/participants/" + encoded(did);
        assertThat(visitor.get(page).body()).contains("could not be read just now", "Before the law can be asked");
        assertThat(visitor.post(page, "name=country&value=jp&source=register&from=2026-01-01")
                        .body())
                .contains("The fact is recorded.", "Japan");
        assertThat(node.api().read("/api/participants").toString()).contains(did, "\"JP\"", "register");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A browser without scripts: keeps its cookie, follows where it is led, brings back what a form carries. */
    private record Visitor(HttpClient client, URI site) {

        static Visitor by(URI link) throws IOException, InterruptedException {
            HttpClient client = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            client.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.discarding());
            return new Visitor(client, link.resolve("/"));
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(site.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        private String csrf() throws IOException, InterruptedException {
            String mark = "name=\"csrf\" value=\"";
            String page = get("/en/publish").body();
            int from = page.indexOf(mark) + mark.length();
            return page.substring(from, Math.max(from, page.indexOf('"', from)));
        }

        /** @param form names and values with {@code =} between them, and {@code ;} between the fields */
        HttpResponse<String> upload(String path, String form, String fileName, byte[] file)
                throws IOException, InterruptedException {
            var body = new ByteArrayOutputStream();
            for (String field : ("csrf=" + csrf() + ";" + form).split(";", -1)) {
                String[] pair = field.split("=", 2);
                if (pair.length == 2) {
                    part(body, "name=\"" + pair[0] + "\"", pair[1].getBytes(StandardCharsets.UTF_8));
                }
            }
            part(body, "name=\"upload\"; filename=\"" + fileName + "\"", file);
            body.writeBytes("--mark--\r\n".getBytes(StandardCharsets.UTF_8));
            return client.send(
                    HttpRequest.newBuilder(site.resolve(path))
                            .header("Content-Type", "multipart/form-data; boundary=mark")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private static void part(ByteArrayOutputStream body, String head, byte[] content) {
            body.writeBytes(("--mark\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
            String csrf = csrf();
            return client.send(
                    HttpRequest.newBuilder(site.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form + "&csrf=" + encoded(csrf)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
