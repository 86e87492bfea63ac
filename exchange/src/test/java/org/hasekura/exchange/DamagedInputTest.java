package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.Samples.BASE;
import static org.hasekura.exchange.Samples.PIDS;
import static org.hasekura.exchange.Samples.dataset;
import static org.hasekura.exchange.Samples.text;
import static org.hasekura.exchange.Samples.utf8;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.hasekura.policy.Reading;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A seed that fails is the bug report: it stands in the failure. */
@DisplayName("Damaged input")
class DamagedInputTest {

    private static final int ROUNDS = 400;
    private static final int BODY_MAX = 8_192;
    private static final String[] SCRAPS = {
        "null",
        "[]",
        "{}",
        "7",
        "-1e999",
        "\"\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "true",
        "[[[[",
        "\"/../\"",
        "1.5",
        "99999999999999999999999",
        "\"@type\"",
        "{\"@value\":{}}",
        "[null]",
        "\u202E",
        "\uD83D",
        "\\"
    };

    private record Case(String body, Function<byte[], Reading<?>> reader) {}

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        DatasetBytes datasets = new DatasetBytes(BASE, 10);
        Samples.NEGOTIATION.forEach(
                each -> cases.add(new Case(NegotiationJson.write(each), body -> NegotiationJson.read(body, BODY_MAX))));
        Samples.TRANSFER.forEach(
                each -> cases.add(new Case(TransferJson.write(each), body -> TransferJson.read(body, BODY_MAX))));
        cases.add(new Case(
                text(NegotiationJson.writeView(PIDS, NegotiationState.AGREED)),
                body -> NegotiationJson.readView(body, BODY_MAX)));
        cases.add(new Case(
                text(TransferJson.writeView(PIDS, TransferState.STARTED)),
                body -> TransferJson.readView(body, BODY_MAX)));
        cases.add(new Case(
                text(ErrorJson.write(DspError.of(DspError.Kind.TRANSFER, PIDS, Reason.of("400", "no")))),
                body -> ErrorJson.read(body, BODY_MAX)));
        cases.add(new Case(
                text(CatalogJson.write(
                        CatalogJson.writeHead("c", "p", BASE),
                        List.of(
                                datasets.of(dataset("a", 1)).json(),
                                datasets.of(dataset("b", 1)).json()))),
                body -> CatalogJson.readCatalog(body, BODY_MAX)));
        cases.add(new Case(
                text(CatalogJson.write(datasets.of(dataset("a", 1)).json())),
                body -> CatalogJson.readDataset(body, BODY_MAX)));
        cases.add(new Case(CatalogJson.writeRequest(), body -> CatalogJson.readRequest(body, BODY_MAX)));
        cases.add(new Case(
                "{\"protocolVersions\":[{\"version\":\"2025-1\",\"path\":\"/a\",\"binding\":\"HTTPS\","
                        + "\"auth\":{\"protocol\":\"DCP\",\"version\":\"1.0\",\"profile\":[\"x\"]}}]}",
                body -> VersionJson.pick(body, BODY_MAX)));
        return cases;
    }

    @Test
    @DisplayName("never throws: it is taken or refused, and a refusal says where and why in a few words")
    void damaged() {
        for (Case each : cases()) {
            assertThat(each.reader().apply(utf8(each.body()))).isInstanceOf(Reading.Read.class);
            int refused = 0;
            for (int seed = 0; seed < ROUNDS; seed++) {
                byte[] body = damage(each.body(), new Random(seed));
                String what = "seed " + seed + " on " + each.body();
                Reading<?> read =
                        Assertions.assertDoesNotThrow(() -> each.reader().apply(body), what);
                if (read instanceof Reading.Refused<?> invalid) {
                    refused++;
                    assertThat(invalid.path()).as(what).isNotBlank();
                    assertThat(invalid.sentence())
                            .as(what)
                            .hasSizeLessThan(1_500)
                            .doesNotContain("\n", "\0");
                }
            }
            assertThat(refused).as(each.body()).isGreaterThan(ROUNDS / 3);
        }
    }

    @Test
    @DisplayName("that was taken is written again without fault")
    void takenMeansWritable() {
        for (NegotiationMessage message : Samples.NEGOTIATION) {
            for (int seed = 0; seed < ROUNDS; seed++) {
                byte[] body = damage(NegotiationJson.write(message), new Random(seed));
                if (NegotiationJson.read(body, BODY_MAX) instanceof Reading.Read<NegotiationMessage>(var taken)) {
                    byte[] again = utf8(NegotiationJson.write(taken));
                    assertThat(NegotiationJson.read(again, 4 * BODY_MAX))
                            .as("seed " + seed)
                            .isEqualTo(new Reading.Read<>(taken));
                }
            }
        }
    }

    @Test
    @DisplayName("in a `Link` header or a continuation token never throws, and never leads to another host")
    void headers() {
        URI asked = URI.create("https://peer.example/dsp/catalog/request");
        String header = new PageLinks(Optional.of(URI.create(asked + "?continuationToken=YQ")), Optional.of(asked))
                .header()
                .orElseThrow();
        String token = new ContinuationToken.AfterId("register").encoded();
        for (int seed = 0; seed < 20 * ROUNDS; seed++) {
            Random random = new Random(seed);
            String damaged = new String(flipped(utf8(header), random), StandardCharsets.ISO_8859_1);
            String scrap = text(flipped(utf8(token), random));
            PageLinks links = Assertions.assertDoesNotThrow(() -> PageLinks.parse(List.of(damaged), asked), damaged);
            links.next()
                    .ifPresent(next -> assertThat(next.getHost()).as(damaged).isEqualToIgnoringCase("peer.example"));
            Assertions.assertDoesNotThrow(() -> ContinuationToken.parse(scrap), scrap);
        }
    }

    private static byte[] damage(String body, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> flipped(utf8(body), random);
            case 1 -> utf8(body.substring(0, random.nextInt(body.length())));
            case 2 -> utf8(withScrap(body, random));
            case 3 -> utf8(withoutQuoted(body, random));
            case 4 -> noise(random);
            default -> flipped(utf8(withScrap(body, random)), random);
        };
    }

    private static byte[] flipped(byte[] body, Random random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    /** Puts something else in the place of one value: what stands between a colon and the next comma or bracket. */
    private static String withScrap(String body, Random random) {
        int colon = body.indexOf("\":", random.nextInt(body.length()));
        int start = colon < 0 ? body.indexOf("\":") + 2 : colon + 2;
        int end = start;
        while (end < body.length() && ",}]".indexOf(body.charAt(end)) < 0) {
            end++;
        }
        return body.substring(0, start) + SCRAPS[random.nextInt(SCRAPS.length)] + body.substring(end);
    }

    /** Makes one name or text another one. */
    private static String withoutQuoted(String body, Random random) {
        int open = body.indexOf('"', random.nextInt(body.length()));
        int close = open < 0 ? -1 : body.indexOf('"', open + 1);
        return close < 0 ? body + body : body.substring(0, open + 1) + "x" + body.substring(close);
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(64)];
        random.nextBytes(noise);
        return noise;
    }
}
