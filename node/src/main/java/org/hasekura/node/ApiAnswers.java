package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What APIs of the organisation's own answer, asked once each. */
final class ApiAnswers {

    private final PeerClient client;
    private final PublishedFiles published;

    /** @param client asks only where this node may ask, as for peers */
    ApiAnswers(PeerClient client, PublishedFiles published) {
        this.client = client;
        this.published = published;
    }

    /**
     * What an address gave.
     *
     * @param mediaType as the answer says; absent where it says none that can be repeated
     */
    record Fetched(Path file, Optional<String> mediaType) {}

    /**
     * Asks an address once and keeps what it answers.
     *
     * @param authorization for this one request; kept nowhere, and named in no message
     * @throws IOException when it may not be asked, does not answer with 200, or answers too much, in words
     */
    Fetched fetched(URI address, Optional<String> authorization) throws IOException {
        if (authorization
                .filter(each -> !each.matches("[!-~]([ -~]{0,2000}[!-~])?"))
                .isPresent()) {
            throw new IOException("the `Authorization` header has characters that no header takes");
        }
        Map<String, String> headers =
                authorization.map(each -> Map.of("Authorization", each)).orElseGet(Map::of);
        try (PeerStream answer = client.stream(address, headers)) {
            if (answer.status() != 200) {
                throw new IOException("`" + address.getHost() + "` answered " + answer.status() + ", not 200");
            }
            Path file = published.kept(answer.body());
            return new Fetched(
                    file,
                    answer.header("Content-Type")
                            .map(each -> each.split(";", 2)[0].strip())
                            .filter(each -> each.matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}")));
        }
    }
}
