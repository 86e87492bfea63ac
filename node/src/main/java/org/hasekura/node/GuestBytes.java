package org.hasekura.node;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.hasekura.delivery.Deliveries;
import org.hasekura.delivery.Opening;
import org.hasekura.portal.Guests.Bytes;
import org.hasekura.portal.Invitation;
import org.hasekura.portal.Reply;

/** The data for a guest's browser, through the same gate as for anybody. */
record GuestBytes(GuestBook book, Deliveries deliveries) {

    Bytes of(Invitation invitation, Optional<String> range, Optional<String> ifRange) throws IOException {
        Optional<String> pid = invitation.progress().lastTransfer();
        if (pid.isEmpty()) {
            return new Bytes.Closed(404, new Opening.NotFound().sentence());
        }
        Opening opening = deliveries.open(pid.get(), book.way(pid.get()), range, ifRange);
        return opening instanceof Opening.Serve serve
                ? new Bytes.Open(new Reply.Sent(
                        serve.status(), serve.mediaType(), serve.length(), serve.headers(), stream(serve)))
                : new Bytes.Closed(opening.status(), opening.sentence());
    }

    private Reply.Stream stream(Opening.Serve serve) {
        return new Reply.Stream() {
            @Override
            public void onCut(Runnable cut) {
                serve.passage().onCut(cut);
            }

            @Override
            public void close() {
                serve.close();
            }

            @Override
            public void writeTo(OutputStream sink) throws IOException {
                deliveries.send(serve, sink);
            }
        };
    }
}
