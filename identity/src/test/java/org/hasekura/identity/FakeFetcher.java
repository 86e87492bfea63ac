package org.hasekura.identity;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A web of documents in memory, which counts what was asked of it and can be unreachable. */
final class FakeFetcher implements Fetcher {

    final Map<URI, byte[]> bodies = new ConcurrentHashMap<>();
    final List<URI> asked = Collections.synchronizedList(new ArrayList<>());
    volatile boolean isReachable = true;
    volatile Runnable beforeAnswer = () -> {};

    void publish(DidDocument document) {
        bodies.put(document.id().documentUrl(), DidDocumentJson.write(document));
    }

    @Override
    public byte[] get(URI address, int bytesMax) throws IOException {
        asked.add(address);
        beforeAnswer.run();
        byte[] body = bodies.get(address);
        if (!isReachable || body == null || body.length > bytesMax) {
            throw new FileNotFoundException("404");
        }
        return body;
    }
}
