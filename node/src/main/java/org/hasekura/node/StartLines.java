package org.hasekura.node;

import java.io.PrintWriter;

/** What a node says when it is ready. */
final class StartLines {

    private StartLines() {}

    static void print(Ground ground, PrintWriter out) {
        out.println("node        " + ground.settings().node().name() + ", "
                + ground.settings().organisation().name());
        out.println("did         " + ground.did());
        out.println("peers       " + ground.publicUrl());
        out.println("sender      " + ground.dataUrl());
        out.println("management  " + ground.managementUrl());
        out.println("pages       " + ground.portalUrl() + "/");
        out.println("data        " + ground.settings().node().dataFolder());
        ground.token()
                .toTellOnce()
                .ifPresent(token -> out.println("token       " + token + "  (shown this once: keep it)"));
        if (ground.settings().node().isDevelopment()) {
            out.println("development mode: http, localhost and loopback are admitted; not for real data");
        }
        out.println("ready");
        out.flush();
    }
}
