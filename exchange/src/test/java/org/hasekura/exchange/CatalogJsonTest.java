package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.Samples.BASE;
import static org.hasekura.exchange.Samples.MAX;
import static org.hasekura.exchange.Samples.OFFER;
import static org.hasekura.exchange.Samples.dataset;
import static org.hasekura.exchange.Samples.refusal;
import static org.hasekura.exchange.Samples.text;
import static org.hasekura.exchange.Samples.utf8;
import static org.hasekura.exchange.Samples.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hasekura.policy.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The catalog as JSON (DSP 2025-1 schemas, DCAT 3)")
class CatalogJsonTest {

    private static final String CTX = "\"@context\":[\"https://w3id.org/dspace/2025/1/context.jsonld\"]";
    private static final DatasetView VIEW = new DatasetView(
            "register",
            Map.of("en", "Commitments", "ja", "約束の一覧"),
            Map.of("en", "What was promised"),
            List.of("EU", "Japan"),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of("https://creativecommons.org/licenses/by/4.0/"),
            List.of(OFFER),
            List.of(new DatasetView.Form(
                    "HttpData-PULL", Optional.of(BASE), Optional.of("application/json"), OptionalLong.of(1234))),
            List.of());

    private final DatasetBytes datasets = new DatasetBytes(BASE, 100);

    private String page(Dataset... page) {
        return text(CatalogJson.write(
                CatalogJson.writeHead("urn:uuid:ca7a", "did:web:maker.example", BASE),
                Stream.of(page).map(each -> datasets.of(each).json()).toList()));
    }

    private static Reading<CatalogView> read(String json) {
        return CatalogJson.readCatalog(utf8(json), MAX);
    }

    @Test
    @DisplayName("has one data service, and no `dataset` where there is none")
    void empty() {
        assertThat(page())
                .isEqualTo("{" + CTX + ",\"@type\":\"Catalog\",\"@id\":\"urn:uuid:ca7a\","
                        + "\"participantId\":\"did:web:maker.example\",\"service\":[{\"@id\":\"https://maker.example/dsp/2025-1\","
                        + "\"@type\":\"DataService\",\"endpointURL\":\"https://maker.example/dsp/2025-1\"}]}");
        assertThat(value(read(page())))
                .isEqualTo(new CatalogView("urn:uuid:ca7a", "did:web:maker.example", List.of(), List.of()));
    }

    @Test
    @DisplayName("shows a dataset with its offers, without target, and its form")
    void written() {
        assertThat(text(CatalogJson.write(datasets.of(dataset("register", 1)).json()))
                        .replaceAll("\"permission\":.*?}],\"dist", "TERMS}],\"dist"))
                .isEqualTo("{" + CTX + ",\"@id\":\"register\",\"@type\":\"Dataset\","
                        + "\"dct:title\":[{\"@language\":\"en\",\"@value\":\"Commitments\"},{\"@language\":\"ja\",\"@value\":\"約束の一覧\"}],"
                        + "\"dct:description\":[{\"@language\":\"en\",\"@value\":\"What was promised\"}],"
                        + "\"dcat:keyword\":[\"EU\",\"Japan\"],\"dct:license\":\"https://creativecommons.org/licenses/by/4.0/\","
                        + "\"hasPolicy\":[{\"@id\":\"offer-1\",\"@type\":\"Offer\",TERMS}],"
                        + "\"distribution\":[{\"@type\":\"Distribution\",\"format\":\"HttpData-PULL\","
                        + "\"dcat:mediaType\":\"application/json\",\"dcat:byteSize\":1234,"
                        + "\"accessService\":{\"@id\":\"https://maker.example/dsp/2025-1\",\"@type\":\"DataService\","
                        + "\"endpointURL\":\"https://maker.example/dsp/2025-1\"}}]}");
    }

    @Test
    @DisplayName("never tells where the content lies, its digest or the facts for the law")
    void secret() {
        assertThat(page(dataset("register", 1))).doesNotContain("secret", "place.json", "abcd", "personal");
    }

    @Test
    @DisplayName("reads back as a consumer sees it, page and single dataset")
    void roundTrip() {
        CatalogView page = value(read(page(dataset("register", 1), dataset("other", 1))));

        assertThat(page.datasets()).extracting(DatasetView::id).containsExactly("register", "other");
        assertThat(page.datasets().getFirst()).isEqualTo(VIEW);
        assertThat(page.unread()).isEmpty();
        assertThat(value(CatalogJson.readDataset(
                        CatalogJson.write(datasets.of(dataset("register", 1)).json()), MAX)))
                .isEqualTo(VIEW);
        assertThat(VIEW.form("HttpData-PULL")).isPresent();
        assertThat(VIEW.offer("offer-1")).contains(OFFER);
    }

    @Test
    @DisplayName("shows each version of a dataset, from memory where it has not changed, and keeps no more than it may")
    void cached() {
        DatasetBytes two = new DatasetBytes(BASE, 2);
        Dataset first = dataset("register", 1);

        assertThat(two.of(first)).isSameAs(two.of(first));
        byte[] old = two.of(first).json();
        assertThat(two.of(dataset("register", 2)).json()).isNotSameAs(old);
        IntStream.range(0, 50)
                .forEach(i ->
                        assertThat(text(two.of(dataset("d" + i, 1)).json())).contains("\"d" + i + "\""));
        assertThat(two.kept()).isEqualTo(2);
    }

    @Test
    @DisplayName("of a peer may be written otherwise: services by name, language maps, plain titles, sizes unknown")
    void lenient() {
        DatasetView dataset = value(read("{" + CTX + """
                ,"@type":"Catalog","@id":"c","participantId":"p","catalog":[{"@id":"n","@type":"Catalog"}],
                "service":[{"@id":"s","@type":"DataService","endpointURL":"http://peer.example/dsp"}],
                "dataset":[{"@id":"d","@type":"Dataset","dct:title":{"en":"A","de":"B","x":7},"dct:description":"plain",
                "dcat:keyword":"one","dct:license":{"@id":"urn:l"},
                "hasPolicy":[{"@id":"o","@type":"Offer","permission":[{"action":"use"}]}],
                "distribution":[{"format":"HttpData-PULL","accessService":"s","dcat:byteSize":-1},
                {"format":"HttpData-PUSH","accessService":"unknown","dcat:byteSize":"much"}]}]}""")).datasets().getFirst();

        assertThat(dataset.titles()).isEqualTo(Map.of("en", "A", "de", "B"));
        assertThat(dataset.descriptions()).isEqualTo(Map.of("und", "plain"));
        assertThat(dataset.keywords()).containsExactly("one");
        assertThat(dataset.licence()).contains("urn:l");
        assertThat(dataset.forms())
                .extracting(form -> form.format() + " " + form.endpoint() + " " + form.bytes())
                .containsExactly(
                        "HttpData-PULL Optional[http://peer.example/dsp] OptionalLong.empty",
                        "HttpData-PUSH Optional.empty OptionalLong.empty");
    }

    @Test
    @DisplayName("of a peer names what could not be read instead of dropping it or the page")
    void unread() {
        CatalogView view = value(read(page(dataset("a", 1), dataset("b", 1), dataset("c", 1))
                .replace("{\"@id\":\"a\",\"@type\":\"Dataset\"", "{\"@id\":\"a\",\"@type\":\"Thing\"")
                .replaceFirst("(\"@id\":\"b\".*?\"operator\":\")isAnyOf", "$1almost")
                .replaceFirst("endpointURL", "url")));

        assertThat(view.datasets()).extracting(DatasetView::id).containsExactly("b", "c");
        assertThat(view.unread())
                .extracting(CatalogView.Unread::path)
                .containsExactly("service[0].endpointURL", "dataset[0].@type");
        assertThat(view.datasets().getFirst().offers()).isEmpty();
        assertThat(view.datasets().getFirst().unread())
                .extracting(CatalogView.Unread::path)
                .containsExactly("dataset[1].hasPolicy[0].permission[0].constraint[0].operator");
        assertThat(view.datasets().getLast().unread()).isEmpty();
    }

    @Test
    @DisplayName("of a peer is refused where it is none")
    void refused() {
        assertThat(refusal(read(page().replace("\"Catalog\"", "\"Dataset\""))))
                .isEqualTo("`@type` is `Dataset`; expected `Catalog`");
        assertThat(refusal(read(page().replace("participantId", "x")))).startsWith("`participantId` is missing");
        assertThat(refusal(read(page().replace("\"service\":[{", "\"dataset\":{\"x\":[{")
                        .replace("}]}", "}]}}"))))
                .isEqualTo("`dataset` is not an array; expected `[...]`");
    }

    @Test
    @DisplayName("is asked for by a request, whole or filtered")
    void request() {
        assertThat(CatalogJson.writeRequest()).isEqualTo("{" + CTX + ",\"@type\":\"CatalogRequestMessage\"}");
        assertThat(value(CatalogJson.readRequest(utf8(CatalogJson.writeRequest()), MAX))
                        .filter())
                .isEqualTo(CatalogFilter.NONE);
        assertThat(filtered(",\"filter\":[]")).isFalse();
        assertThat(filtered(",\"filter\":null")).isFalse();
        assertThat(filtered(edcQuery(50, 0, ""))).isFalse();
        assertThat(filtered(edcQuery(10, 0, ""))).isFalse();
        assertThat(refusal(asked(edcQuery(50, 50, "")))).startsWith("`filter.offset` is no filter");
        assertThat(refusal(asked(edcQuery(50, 0, "{\"operandLeft\":\"id\"}"))))
                .isEqualTo("`filterExpression` has a criterion without `operator`");
        assertThat(filtered(",\"filter\":[{\"text\":\"wind\"}]")).isTrue();
        assertThat(filtered(",\"filter\":{\"text\":\"wind\"}")).isTrue();
    }

    /** The member that an Eclipse Dataspace Components connector adds to each of its requests. */
    private static String edcQuery(int limit, int offset, String criteria) {
        return ",\"filter\":[{\"@type\":\"QuerySpec\",\"limit\":" + limit + ",\"offset\":" + offset
                + ",\"sortOrder\":\"ASC\",\"filterExpression\":[" + criteria + "]}]";
    }

    private static boolean filtered(String filter) {
        return !value(asked(filter)).filter().isEmpty();
    }

    private static Reading<CatalogJson.CatalogRequest> asked(String filter) {
        return CatalogJson.readRequest(utf8(CatalogJson.writeRequest().replaceFirst("}$", filter + "}")), MAX);
    }

    @Test
    @DisplayName("is asked for in expanded form by the DCP kit, which sends no context")
    void expanded() {
        assertThat(value(CatalogJson.readRequest(
                                utf8("{\"@type\":\"https://w3id.org/dspace/2025/1/CatalogRequestMessage\"}"), MAX))
                        .filter())
                .isEqualTo(CatalogFilter.NONE);
        assertThat(refusal(CatalogJson.readRequest(utf8("{\"@type\":\"CatalogRequestMessage\"}"), MAX)))
                .startsWith("`@context` is missing");
    }
}
