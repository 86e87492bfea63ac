package org.hasekura.node;

import java.util.Map;
import org.hasekura.exchange.DspError;
import org.hasekura.exchange.ErrorJson;
import org.hasekura.exchange.Pids;
import org.hasekura.exchange.Reason;

/** The answers of the Dataspace Protocol's binding, with errors of one kind. */
record DspAnswers(DspError.Kind kind) {

    static Response.Whole json(int status, byte[] body) {
        return new Response.Whole(status, "application/json", body, Map.of());
    }

    Response refused(Pids pids, Reason reason) {
        return json(400, ErrorJson.write(DspError.of(kind, pids, reason)));
    }

    Response invalid(String sentence) {
        return error(400, "invalid", sentence);
    }

    Response away(Doorway.Seen.TurnedAway away) {
        String code = away.status() == 404 ? "not-found" : "not-authenticated";
        return error(away.status(), code, away.reason());
    }

    Response notFound() {
        return error(404, "not-found", "not found");
    }

    Response tokenReused() {
        return error(401, "token-reused", "the token was used before; make a new one for each try");
    }

    Response busy() {
        return error(503, "busy", "too much at once; ask again a little later").with("Retry-After", "1");
    }

    private Response error(int status, String code, String sentence) {
        return json(status, ErrorJson.write(DspError.of(kind, Reason.of(code, sentence))));
    }
}
