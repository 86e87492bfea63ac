package org.hasekura.tests.kit;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** The settings that the kit is started with: where our node is, where the kit listens, and what each test is about. */
record KitSettings(String nodeDid, int dspPort, int triggersPort, int kitPort) {

    /** The longest that the kit waits for one step, in seconds. */
    private static final int WAIT = 10;

    private static final List<String> PROVIDER_NEGOTIATIONS = List.of(
            "01_01", "01_02", "01_03", "01_04", "02_01", "02_02", "02_03", "02_04", "02_05", "02_06", "02_07", "03_01",
            "03_02", "03_03", "03_04");
    private static final List<String> CONSUMER_NEGOTIATIONS = List.of(
            "01_01", "01_02", "01_03", "01_04", "02_01", "02_02", "02_03", "02_04", "02_05", "02_06", "03_01", "03_02",
            "03_03", "03_04", "03_05", "03_06");
    private static final List<String> TRANSFERS = List.of(
            "01_01", "01_02", "01_03", "01_04", "01_05", "02_01", "02_02", "02_03", "02_04", "02_05", "03_01", "03_02",
            "03_03", "03_04", "03_05", "03_06");

    /** As a properties file. */
    String text() {
        String root = "http://localhost:" + dspPort;
        String triggers = "http://localhost:" + triggersPort;
        String kit = "dataspacetck.dsp.connector.";
        var lines = new StringJoiner("\n", "", "\n");
        lines.add("dataspacetck.debug=true")
                .add("dataspacetck.ansi=false")
                .add("dataspacetck.dsp.local.connector=false")
                .add("dataspacetck.host=127.0.0.1")
                .add("dataspacetck.port=" + kitPort)
                .add("dataspacetck.callback.address=http://localhost:" + kitPort)
                .add("dataspacetck.dsp.default.wait=" + WAIT)
                .add(kit + "agent.id=" + nodeDid)
                .add(kit + "http.base.url=" + root)
                .add(kit + "http.url=" + root + "/dsp/2025-1")
                .add(kit + "http.headers.authorization=" + KitNode.AUTHORIZATION)
                .add(kit + "negotiation.initiate.url=" + triggers + KitTriggers.NEGOTIATIONS)
                .add(kit + "transfer.initiate.url=" + triggers + KitTriggers.TRANSFERS);
        about().forEach(lines::add);
        return lines.toString();
    }

    /** The dataset, offer, agreement and format of each test; the names are those of {@link KitSeeds}. */
    private static Stream<String> about() {
        return Stream.of(
                        Stream.of("01_01", "01_02", "01_03")
                                .map(test -> "CAT_" + test + "_DATASETID=CAT" + number(test)),
                        PROVIDER_NEGOTIATIONS.stream()
                                .flatMap(test -> Stream.of(
                                        "CN_" + test + "_DATASETID=ACN" + number(test),
                                        "CN_" + test + "_OFFERID=CD123:ACN" + number(test) + ":456")),
                        CONSUMER_NEGOTIATIONS.stream().map(test -> "CN_C_" + test + "_DATASETID=ACNC" + number(test)),
                        TRANSFERS.stream()
                                .flatMap(test -> Stream.of(
                                        "TP_" + test + "_AGREEMENTID=ATP" + number(test),
                                        "TP_" + test + "_FORMAT=HttpData-PULL",
                                        "TP_C_" + test + "_AGREEMENTID=ATPC" + number(test),
                                        "TP_C_" + test + "_FORMAT=HttpData-PULL")))
                .flatMap(each -> each);
    }

    private static String number(String test) {
        return test.replace("_", "");
    }
}
