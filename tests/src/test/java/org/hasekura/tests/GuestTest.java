package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hasekura.evidence.BundleVerdict;
import org.hasekura.evidence.BundleVerifier;
import org.hasekura.evidence.ByteSource;
import org.hasekura.evidence.ReceiptVerifier;
import org.hasekura.evidence.Verdict;
import org.hasekura.verify.Check;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A guest of a running node, without scripts,")
class GuestTest {

    private static final Pattern LINK = Pattern.compile("value=\"(http://[^\"]+/en/guest/([A-Za-z0-9_-]{43}))\"");
    private static final Pattern CODE = Pattern.compile("class=\"code\">([0-9]{6})<");
    private static final String BYTES = "part,grams\ncell,412\n".repeat(2_000);

    @TempDir
    Path root = Path.of("");

    private TestNode node;
    private Visitor provider;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        start("germany", "");
    }

    private void start(String name, String settings) throws IOException, InterruptedException {
        node = TestNode.start(root, name, "DE", settings);
        JsonNode link = Api.good(node.api().post("/api/portal/links", "{\"name\":\"Erika\",\"roles\":[\"provider\"]}"))
                .json();
        provider = Visitor.at(URI.create(link.get("url").stringValue()));
        String form =
                "id=parts&title-en=Parts&what=open-statistics&text=" + encoded(BYTES.strip()) + "&answering=confirm";
        assertThat(provider.post("/en/publish", "/en/publish", form + "&confirmed=yes")
                        .body())
                .contains("The dataset is on offer.");
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
    }

    /** Made by the provider's person on their pages; the guest's browser stands before it. */
    private Visitor invited(String country, int downloads) throws IOException, InterruptedException {
        String form = "organisation=Tohoku+Denchi&country=" + country + "&kind=business&role=controller"
                + "&email=a.sato%40example.jp&source=contract+17&until="
                + LocalDate.now(ZoneOffset.UTC).plusDays(7) + "&downloads="
                + downloads;
        assertThat(provider.post("/en/offers/parts/guest", "/en/offers/parts/guest", form)
                        .body())
                .contains("Check before the link is made", "Make the link");
        String made = provider.post("/en/offers/parts/guest", "/en/offers/parts/guest", form + "&confirmed=yes")
                .body();
        Matcher link = LINK.matcher(made);
        assertThat(link.find()).isTrue();
        return Visitor.at(URI.create(link.group(1)));
    }

    /** The code as the provider's person reads it out. */
    private String told() throws IOException, InterruptedException {
        Matcher code = CODE.matcher(provider.get(link()).body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** The page of the only link. */
    private String link() throws IOException, InterruptedException {
        Matcher row = Pattern.compile("href=\"(/en/guests/[0-9a-f-]+)\"")
                .matcher(provider.get("/en/guests").body());
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private void confirm(Visitor guest) throws IOException, InterruptedException {
        guest.act("code", "");
        assertThat(guest.act("confirm", "code=" + told()).body()).contains("Accept these terms");
    }

    @Test
    @DisplayName("gets the data by the same law, engine and evidence as anybody, and a receipt that proves it offline")
    void wholeWay() throws IOException, InterruptedException, Check.Unfit {
        Visitor guest = invited("JP", 1);
        assertThat(guest.page().body()).contains("Parts", "Send me a code").doesNotContain("Accept these terms");
        confirm(guest);
        assertThat(guest.act("accept", "authority=yes").body()).contains("You may fetch the data once.");
        assertThat(guest.act("fetch", "").body()).contains("Save the file");
        assertThat(guest.act("received", "").body())
                .as("nothing was saved yet")
                .contains("There is a problem", "0 were sent", "Save the file");
        HttpResponse<String> part = guest.get(guest.path() + "/file", "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(BYTES.substring(10, 20));
        HttpResponse<String> file = guest.get(guest.path() + "/file");
        assertThat(file.body()).isEqualTo(BYTES);
        assertThat(file.headers().firstValue("Content-Length")).contains(Integer.toString(BYTES.length()));
        assertThat(guest.act("received", "").body()).contains("Sign on my behalf", "were sent");
        assertThat(guest.act("sign", "by=node").body()).contains("Signed by the node on the guest’s behalf");
        assertThat(guest.get(guest.path() + "/file").statusCode())
                .as("it has ended")
                .isEqualTo(404);

        byte[] receipt = guest.get(guest.path() + "/receipt").body().getBytes(StandardCharsets.UTF_8);
        Verdict verdict = ReceiptVerifier.verify(receipt, Optional.empty());
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Proven.class, proven -> {
            assertThat(proven.signers()).hasSize(2);
            assertThat(proven.signers().getLast().key().name())
                    .contains("/guests/")
                    .endsWith("/1/by-node");
            assertThat(proven.signers().getLast().did())
                    .hasValueSatisfying(did -> assertThat(did).contains(":guests:"));
        });
        assertThat(new String(receipt, StandardCharsets.UTF_8)).contains("TransferEnded", "COMPLETED");
        Path bundle = Files.write(root.resolve("exchange.zip"), guest.bytes(guest.path() + "/bundle"));
        Check.Answer proved = new Check(bundle, Optional.empty(), Optional.empty()).answer(Locale.ENGLISH);
        assertThat(proved.isProven()).as(proved.words().toString()).isTrue();
        assertThat(String.join(" ", proved.words())).contains("TransferEnded 1");
        assertThat(BundleVerifier.verify(ByteSource.of(Files.readAllBytes(bundle)), BundleVerifier.Given.NOTHING))
                .isInstanceOfSatisfying(
                        BundleVerdict.Proven.class,
                        proven -> assertThat(proven.signers())
                                .as("the guest has signed all of it, too")
                                .extracting(each -> each.key().name())
                                .anySatisfy(name -> assertThat(name).endsWith("/1/by-node")));
        String pid = node.api()
                .read("/api/guests")
                .path("items")
                .path(0)
                .path("negotiation")
                .asString();
        assertThat(Api.good(node.api().post("/api/receipts", Dealings.object("process", pid)))
                        .json()
                        .toString())
                .as("the receipt of any entry of the exchange")
                .contains("/by-node");
        receipt[receipt.length / 2] ^= 1;
        assertThat(ReceiptVerifier.verify(receipt, Optional.empty())).isInstanceOf(Verdict.NotProven.class);
        assertThat(kinds())
                .contains(
                        "AccessGiven",
                        "ParticipantFactRecorded",
                        "RulingGiven",
                        "AgreementConcluded",
                        "TransferStarted",
                        "TransferEnded");
        assertThat(log()).doesNotContain("a.sato", "example.jp");
    }

    @Test
    @DisplayName("is refused by the code, locked after too many tries, and gets five codes an hour at most")
    void codes() throws IOException, InterruptedException {
        Visitor guest = invited("JP", 1);
        guest.act("code", "");
        String wrong = told().equals("000000") ? "000001" : "000000";
        assertThat(guest.act("confirm", "code=" + wrong).body()).contains("4 tries are left");
        for (int code = 0; code < 4; code++) {
            for (int tries = 0; tries < 5; tries++) {
                guest.act("confirm", "code=" + wrong);
            }
            guest.act("code", "");
        }
        assertThat(guest.page().body()).contains("This link is closed", "Too many wrong codes");
        assertThat(provider.get(link()).body()).contains("locked: too many wrong codes");
    }

    @Test
    @DisplayName("is stopped by a limit like any other, and by the withdrawal of the link, with the reason")
    void stopped() throws IOException, InterruptedException {
        Visitor guest = invited("JP", 2);
        confirm(guest);
        assertThat(guest.act("accept", "authority=yes").body()).contains("2 times");
        Api.good(node.api()
                .post(
                        "/api/limits",
                        "{\"country\":\"JP\",\"effect\":\"suspend\",\"reason\":\"ordered\",\"citation\":\"order 1\"}"));
        assertThat(guest.act("fetch", "").body()).contains("are limited");
        assertThat(guest.get(guest.path() + "/file").statusCode()).isEqualTo(404);
        assertThat(provider.post(link(), link() + "/withdraw", "reason=wrong+person")
                        .body())
                .contains("The link is withdrawn.");
        assertThat(guest.page().body()).contains("It was withdrawn", "wrong person");
    }

    @Test
    @DisplayName("loses no download where the terms are no longer met before a byte was sent, and reads why")
    void forNothing() throws IOException, InterruptedException {
        String form = "id=parts&title-en=Parts&what=open-statistics&text=a&answering=confirm&country=JP&confirmed=yes";
        assertThat(provider.post("/en/publish", "/en/publish", form).body()).contains("The dataset is on offer.");
        Visitor guest = invited("JP", 1);
        confirm(guest);
        assertThat(guest.act("accept", "authority=yes").body()).contains("You may fetch the data once.");
        Matcher known = Pattern.compile("href=\"(/en/participants/[^\"]+)\"")
                .matcher(provider.get(link()).body());
        assertThat(known.find()).isTrue();
        provider.post(known.group(1), known.group(1), "name=country&value=KE&source=letter&from=2026-01-01");
        assertThat(guest.act("fetch", "").body()).contains("There is a problem", "You may fetch the data once.");
        assertThat(provider.get(link()).body()).contains("0 of 1");
    }

    @Test
    @DisplayName("gets the code by e-mail where there is a mail server, and is told when it was not taken")
    void mail() throws IOException, InterruptedException, MessagingException {
        node.close();
        try (var server = new MailServer()) {
            start(
                    "mailing",
                    "mail.host = 127.0.0.1\nmail.port = " + server.port()
                            + "\nmail.security = none\nmail.from = node@germany.example\n");
            Visitor guest = invited("JP", 1);
            assertThat(guest.page().body()).contains("We send a code to a…@example.jp");
            assertThat(guest.act("code", "").body()).contains("Enter the code");
            MimeMessage message = server.next();
            assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("a.sato@example.jp");
            Matcher code = Pattern.compile("確認コード ([0-9]{6})").matcher(message.getSubject());
            assertThat(code.find()).isTrue();
            assertThat((String) message.getContent()).contains(code.group(1), "ten minutes", "本人確認", "mailing (test)");
            assertThat(provider.get(link()).body()).as("nobody else sees it").doesNotContain(code.group(1));
            assertThat(guest.act("confirm", "code=" + code.group(1)).body()).contains("Accept these terms");
            assertThat(provider.get(link()).body()).contains("by a code sent by e-mail");
            server.refuse();
            assertThat(guest.act("code", "").body()).contains("The e-mail could not be sent");
        }
    }

    @Test
    @DisplayName("refuses with a reason that the provider reads on the page of the exchange")
    void refuses() throws IOException, InterruptedException {
        Visitor guest = invited("JP", 1);
        confirm(guest);
        assertThat(guest.act("refuse", "reason=not+for+us").body()).contains("This has ended");
        Matcher exchange = Pattern.compile("href=\"(/en/exchanges/[^\"]+)\"")
                .matcher(provider.get(link()).body());
        assertThat(exchange.find()).isTrue();
        assertThat(provider.get(exchange.group(1)).body()).contains("not for us", "Tohoku Denchi");
    }

    private List<String> kinds() throws IOException {
        return Pattern.compile("\"kind\":\"([A-Za-z]+)\"")
                .matcher(log())
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    /** Every entry of the log, as it is published. */
    private String log() throws IOException {
        return node.api().get("/api/events?from=0&limit=500").json().toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A browser without scripts: keeps its cookie, follows where it is led, brings back what a form carries. */
    private record Visitor(HttpClient client, URI start) {

        static Visitor at(URI link) throws IOException, InterruptedException {
            HttpClient client = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            client.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.discarding());
            return new Visitor(client, link);
        }

        String path() {
            return start.getPath();
        }

        HttpResponse<String> page() throws IOException, InterruptedException {
            return get(path());
        }

        HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(start.resolve(path));
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        byte[] bytes(String path) throws IOException, InterruptedException {
            return client.send(
                            HttpRequest.newBuilder(start.resolve(path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }

        /** Does something under the link. */
        HttpResponse<String> act(String what, String form) throws IOException, InterruptedException {
            return post(path(), path() + "/" + what, form);
        }

        /** @param page on which the form stands */
        HttpResponse<String> post(String page, String path, String form) throws IOException, InterruptedException {
            String mark = "name=\"csrf\" value=\"";
            String text = get(page).body();
            int from = text.indexOf(mark) + mark.length();
            String csrf = from < mark.length() ? "" : text.substring(from, text.indexOf('"', from));
            return client.send(
                    HttpRequest.newBuilder(start.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form + "&csrf=" + encoded(csrf)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
