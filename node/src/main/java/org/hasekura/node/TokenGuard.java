package org.hasekura.node;

import java.util.Optional;

/** Lets through to a management route only who holds the token. */
public final class TokenGuard {

    private TokenGuard() {}

    public static Handler guard(ManagementToken token, Handler handler) {
        return request -> {
            Optional<String> given = request.bearerToken();
            if (given.isPresent() && token.admits(given.get())) {
                return handler.handle(request);
            }
            return Response.refused(
                            401,
                            given.isPresent()
                                    ? "this is not the token of this node"
                                    : "send the node's token: `Authorization: Bearer TOKEN`")
                    .with("WWW-Authenticate", "Bearer");
        };
    }
}
