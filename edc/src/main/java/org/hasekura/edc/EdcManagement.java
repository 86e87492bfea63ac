package org.hasekura.edc;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Drives a connector by its management API, version 3, as its own people do. */
public final class EdcManagement {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String PROTOCOL = "dataspace-protocol-http:2025-1";
    private static final String PULL = "HttpData-PULL";
    private static final String ANY_USE = "any-use";
    private static final String ODRL_CONTEXT = "http://www.w3.org/ns/odrl.jsonld";
    private static final int LIST_MAX = 10_000;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;

    EdcManagement(URI base) {
        this.base = base;
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static boolean isHealthy(URI readiness) throws IOException {
        return isGood(HttpRequest.newBuilder(readiness).GET());
    }

    /** Whether there is somebody: a list is asked for. */
    boolean answers() throws IOException {
        return isGood(posted("/v3/assets/request", typed("QuerySpec")));
    }

    private static boolean isGood(HttpRequest.Builder request) throws IOException {
        try {
            return sent(request).statusCode() == 200;
        } catch (InterruptedIOException stopped) {
            throw stopped;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Offers everything that is published, now or later, for any use. */
    public void offerEverything() throws IOException {
        ObjectNode policy = typed("PolicyDefinition").put("@id", ANY_USE);
        ObjectNode set = policy.putObject("policy").put("@type", "odrl:Set");
        set.putArray("odrl:permission").addObject().putObject("odrl:action").put("@id", "odrl:use");
        post("/v3/policydefinitions", policy);
        ObjectNode definition = typed("ContractDefinition")
                .put("@id", "everything")
                .put("accessPolicyId", ANY_USE)
                .put("contractPolicyId", ANY_USE);
        definition.putArray("assetsSelector");
        post("/v3/contractdefinitions", definition);
    }

    /** Publishes what an HTTP server serves. */
    public void publish(String asset, URI source) throws IOException {
        ObjectNode body = typed("Asset").put("@id", asset);
        body.putObject("properties").put("name", asset);
        body.putObject("dataAddress").put("type", "HttpData").put("baseUrl", source.toString());
        post("/v3/assets", body);
    }

    /** The first page of a provider's catalog, as it came: EDC follows no {@code Link}. */
    public List<JsonNode> catalog(EdcPeer provider) throws IOException {
        return items(
                post("/v3/catalog/request", asked("CatalogRequest", provider)).path("dataset"));
    }

    /** What a provider offers under this name, in the first page of its catalog. */
    public EdcOffer offer(EdcPeer provider, String asset) throws IOException {
        return catalog(provider).stream()
                .filter(each -> each.path("@id").asString().equals(asset))
                .findFirst()
                .map(each -> new EdcOffer(provider, each))
                .orElseThrow(() -> new IOException("`" + asset + "` is not in the first page of the catalog"));
    }

    /** Asks for it as it is offered and answers the negotiation's name. */
    public String negotiate(EdcOffer offer) throws IOException {
        return negotiate(offer.provider(), offer.dataset());
    }

    /** Asks for a dataset under its first offer and answers the negotiation's name. */
    public String negotiate(EdcPeer provider, JsonNode dataset) throws IOException {
        ObjectNode body = asked("ContractRequest", provider);
        ObjectNode offer = body.putObject("policy").put("@context", ODRL_CONTEXT);
        offer.setAll((ObjectNode) items(dataset.path("hasPolicy")).getFirst());
        offer.put("assigner", provider.id()).put("target", dataset.path("@id").asString());
        return post("/v3/contractnegotiations", body).path("@id").asString();
    }

    /** Asks for the bytes under an agreement, to be pulled, and answers the transfer's name. */
    public String transfer(EdcPeer provider, String agreement) throws IOException {
        ObjectNode body =
                asked("TransferRequest", provider).put("contractId", agreement).put("transferType", PULL);
        return post("/v3/transferprocesses", body).path("@id").asString();
    }

    public JsonNode negotiation(String id) throws IOException {
        return get("/v3/contractnegotiations/" + id);
    }

    public JsonNode transferProcess(String id) throws IOException {
        return get("/v3/transferprocesses/" + id);
    }

    /** Where a negotiation stands, such as {@code FINALIZED}. */
    public String stateOfNegotiation(String id) throws IOException {
        return negotiation(id).path("state").asString();
    }

    /** How many negotiations stand where, of both roles. */
    public Map<String, Long> statesOfNegotiations() throws IOException {
        return negotiations().stream()
                .collect(Collectors.groupingBy(
                        each -> each.path("state").asString(), TreeMap::new, Collectors.counting()));
    }

    /** All negotiations it knows, in both roles. */
    public List<JsonNode> negotiations() throws IOException {
        return items(post("/v3/contractnegotiations/request", typed("QuerySpec").put("limit", LIST_MAX)));
    }

    /** The negotiation, or transfer, that the other side knows by this name; empty when there is none yet. */
    public Optional<JsonNode> negotiationOf(String othersPid) throws IOException {
        return correlated("/v3/contractnegotiations/request", othersPid);
    }

    public Optional<JsonNode> transferOf(String othersPid) throws IOException {
        return correlated("/v3/transferprocesses/request", othersPid);
    }

    private Optional<JsonNode> correlated(String path, String othersPid) throws IOException {
        ObjectNode query = typed("QuerySpec");
        query.putArray("filterExpression")
                .addObject()
                .put("operandLeft", "correlationId")
                .put("operator", "=")
                .put("operandRight", othersPid);
        return items(post(path, query)).stream().findFirst();
    }

    public void terminateNegotiation(String id, String reason) throws IOException {
        post(
                "/v3/contractnegotiations/" + id + "/terminate",
                typed("TerminateNegotiation").put("@id", id).put("reason", reason));
    }

    public void terminateTransfer(String id, String reason) throws IOException {
        post(
                "/v3/transferprocesses/" + id + "/terminate",
                typed("TerminateTransfer").put("reason", reason));
    }

    public void suspendTransfer(String id, String reason) throws IOException {
        post(
                "/v3/transferprocesses/" + id + "/suspend",
                typed("SuspendTransfer").put("reason", reason));
    }

    public void resumeTransfer(String id) throws IOException {
        post("/v3/transferprocesses/" + id + "/resume", typed("ResumeTransfer"));
    }

    /** Where the bytes of a transfer lie, as it has cached it; empty before that. */
    public Optional<JsonNode> dataAddress(String transfer) throws IOException {
        HttpResponse<String> response =
                sent(request("/v3/edrs/" + transfer + "/dataaddress").GET());
        return response.statusCode() == 404
                ? Optional.empty()
                : Optional.of(MAPPER.readTree(good(response).body()));
    }

    private static ObjectNode typed(String type) {
        ObjectNode body = object();
        body.putObject("@context")
                .put("@vocab", "https://w3id.org/edc/v0.0.1/ns/")
                .put("odrl", "http://www.w3.org/ns/odrl/2/");
        return body.put("@type", type);
    }

    private static ObjectNode asked(String type, EdcPeer provider) {
        return typed(type)
                .put("counterPartyAddress", provider.protocol().toString())
                .put("counterPartyId", provider.id())
                .put("protocol", PROTOCOL);
    }

    /** JSON-LD makes no difference between one thing and a list of one. */
    private static List<JsonNode> items(JsonNode node) {
        return node instanceof ArrayNode array
                ? new ArrayList<>(array.values())
                : node.isMissingNode() ? List.of() : List.of(node);
    }

    private JsonNode get(String path) throws IOException {
        return MAPPER.readTree(good(sent(request(path).GET())).body());
    }

    private JsonNode post(String path, ObjectNode body) throws IOException {
        String answer = good(sent(posted(path, body))).body();
        return answer.isEmpty() ? object() : MAPPER.readTree(answer);
    }

    private HttpRequest.Builder posted(String path, ObjectNode body) {
        return request(path).POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> good(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.request().method() + " " + response.uri() + " was answered with "
                    + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var stopped = new InterruptedIOException("stopped while waiting for EDC");
            stopped.initCause(e);
            throw stopped;
        }
    }
}
