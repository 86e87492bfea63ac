package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Two of the demonstration's nodes keep the partnership register, one for each side, so that a visitor finds something to
 * settle: both expect the same thing by another date. The changes travel over the exchange; whoever made them says that this is
 * a demonstration.
 */
final class DemoSecretariats {

    private static final String COMMITMENT = "LOI-Q-03";

    private final Demo demo;
    private final DemoNode eu;
    private final DemoNode japan;

    DemoSecretariats(Demo demo, DemoNode eu, DemoNode japan) {
        this.demo = demo;
        this.eu = eu;
        this.japan = japan;
    }

    void leaveAConflict() throws CommandFailed, IOException {
        String[] ofEu = begun(eu, "eu");
        String[] ofJapan = begun(japan, "jp");
        trust(eu, ofJapan);
        trust(japan, ofEu);
        expect(eu, "2027-03", "EU secretariat (demonstration)");
        expect(japan, "2027-09", "Japanese secretariat (demonstration)");
        eu.post("/api/partnership/offer", "{\"namesPeople\": false}");
        japan.post("/api/partnership/offer", "{\"namesPeople\": false}");
        join(eu, japan);
        join(japan, eu);
    }

    private static String[] begun(DemoNode node, String seat) throws CommandFailed {
        String done = node.post("/api/partnership/begin", DemoJson.object("seat", seat));
        return DemoJson.texts(done, "lines").getFirst().split(" ", 2);
    }

    private static void trust(DemoNode node, String[] key) throws CommandFailed {
        node.post("/api/partnership/trust", DemoJson.object("seat", key[0], "key", key[1]));
    }

    private static void expect(DemoNode node, String date, String by) throws CommandFailed {
        node.post("/api/partnership/changes", """
                {"changes": [{"change": "expect", "what": {"about": "%s", "date": "%s"}}],
                 "by": "%s", "reason": "made up for the demonstration"}
                """.formatted(COMMITMENT, date, by));
    }

    /** Fetches the other's register under an agreement, as anybody would who subscribes to it. */
    private void join(DemoNode who, DemoNode whose) throws CommandFailed, IOException {
        String pid = demo.asked(who, whose, RegisterOffer.DATASET, Optional.empty());
        String agreed = demo.awaited(who, "/api/negotiations/" + pid, "FINALIZED");
        String transfer = DemoJson.text(
                who.post("/api/transfers", DemoJson.object("agreement", DemoJson.text(agreed, "agreement"))), "pid");
        String done = demo.awaited(who, "/api/transfers/" + transfer, "COMPLETED");
        who.post("/api/partnership/join", Files.readString(Path.of(DemoJson.text(done, "location"))));
    }
}
