package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hasekura.client.GuestInvitation;
import org.hasekura.client.GuestLink;
import org.hasekura.client.NodeClient;
import org.hasekura.client.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Links for guests, by a program,")
class GuestApiTest {

    @TempDir
    Path root = Path.of("");

    private TestNode node;
    private NodeClient client;

    @BeforeEach
    void start() throws IOException {
        node = TestNode.start(root, "provider", "DE", "");
        client = NodeClient.of(
                node.api().base(),
                node.api().headers().getOrDefault("Authorization", "").replace("Bearer ", ""));
        Dealings.publish(node, "data", Files.writeString(root.resolve("offered.txt"), "offered"), "direct");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        node.close();
    }

    private static GuestInvitation invitation(String country, String email) {
        return new GuestInvitation(
                "data",
                "Tohoku Denchi",
                country,
                email,
                "contract 17",
                LocalDate.now(ZoneOffset.UTC).plusDays(7),
                2);
    }

    private static String refusal(Result<GuestLink> result) {
        return switch (result) {
            case Result.Refused<GuestLink> refused -> refused.problem().detail();
            case Result.Done<GuestLink> _, Result.Unreachable<GuestLink> _ -> throw new AssertionError(result);
        };
    }

    @Test
    @DisplayName("are made with an address told once, listed, and ended with a reason")
    void wholeLife() throws IOException {
        GuestLink made = client.invite(invitation("JP", "a.sato@example.jp")).orElseThrow();
        assertThat(made.link()).hasValueSatisfying(link -> assertThat(link).contains("/en/guest/"));
        assertThat(made.state()).isEqualTo("open");
        assertThat(made.downloadsMax()).isEqualTo(2);
        List<GuestLink> all = client.guests().orElseThrow();
        assertThat(all).extracting(GuestLink::id).containsExactly(made.id());
        assertThat(all.getFirst().link()).isEmpty();
        assertThat(client.endGuest(made.id(), "cancelled").orElseThrow().state())
                .isEqualTo("withdrawn");
        assertThat(refusal(client.endGuest(made.id(), "again"))).contains("is open");
    }

    @Test
    @DisplayName("forget the address of the person on a ground; the evidence stays whole and says so")
    void erased() throws IOException {
        String id = client.invite(invitation("JP", "a.sato@example.jp"))
                .orElseThrow()
                .id();
        assertThat(node.api().read("/api/guests/" + id).path("email").asString())
                .isEqualTo("a.sato@example.jp");
        assertThat(refusal(client.eraseGuest(id, "data-subject"))).contains("end it first");
        client.endGuest(id, "cancelled").orElseThrow();
        GuestLink without = client.eraseGuest(id, "data-subject").orElseThrow();
        assertThat(without.erased()).isPresent();
        assertThat(client.eraseGuest(id, "operator").orElseThrow().erased())
                .as("once is enough")
                .isEqualTo(without.erased());
        assertThat(node.api().read("/api/guests/" + id).toString())
                .contains("\"ground\":\"data-subject\"")
                .doesNotContain("sato");
        assertThat(node.api().get("/api/events?from=0&limit=500").json().toString())
                .contains("BodiesErased", "DATA_SUBJECT", "\"factNames\":[\"contact\"]")
                .doesNotContain("sato");
    }

    @Test
    @DisplayName(
            "are refused with the field where something is wrong, and by the law where it does not permit the flow")
    void refused() throws IOException {
        assertThat(refusal(client.invite(invitation("UK", "a.sato@example.jp"))))
                .contains("`country`");
        assertThat(refusal(client.invite(invitation("JP", "nobody")))).contains("`email`");
        assertThat(refusal(client.eraseGuest("none", "operator"))).contains("no link `none`");
        Api.good(node.api().post("/api/datasets", """
                        {"id": "data", "title": {"en": "data"}, "facts": {"personal": "true", "originRegime": "EU",
                          "categories": "contact", "special": "none", "criminal": "false", "children": "false",
                          "pseudonymised": "false", "governmentId": "false", "hr": "false"},
                         "offers": [{"@id": "any-use", "@type": "Offer", "permission": [{"action": "use"}]}],
                         "answering": "direct", "file": "%s", "mediaType": "text/plain"}""".formatted(root.resolve("offered.txt"))));
        assertThat(refusal(client.invite(invitation("KE", "a.sato@example.jp"))))
                .contains("the law");
    }
}
