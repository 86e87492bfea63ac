package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Cosigner;
import org.hasekura.evidence.NoteSigner;
import org.hasekura.exchange.VersionJson;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Body;
import org.hasekura.identity.Did;
import org.hasekura.identity.DidDocument;
import org.hasekura.identity.DidDocumentJson;
import org.hasekura.identity.Fact;
import org.hasekura.identity.NodeKeys;
import org.hasekura.identity.Participant;
import org.hasekura.identity.Service;

/**
 * Who this node is: what it signs with, its DID document, and its own entry in the register.
 *
 * @param logSigner signs the checkpoints of its log; the key's name is the log's address without scheme
 * @param cosigner cosigns the checkpoints of others, with the same key and name
 * @param document its DID document as it is published
 */
record OwnIdentity(
        Did did,
        NodeKeys keys,
        NoteSigner logSigner,
        Cosigner cosigner,
        Body document,
        Participant participant,
        Admission admission) {

    static OwnIdentity of(Ground ground, Clock clock) {
        Settings settings = ground.settings();
        Did did = ground.did();
        NodeKeys keys = ground.keys();
        String url = ground.publicUrl().toString();
        String origin =
                ground.publicUrl().getRawAuthority() + ground.publicUrl().getRawPath() + "/log";
        NoteSigner logSigner = NoteSigner.ed25519(origin, keys.log().publicKeyBytes(), keys.log()::sign);
        DidDocument document = DidDocument.ofNode(
                did,
                keys.token(),
                List.of(
                        Service.dataService(did, url + VersionJson.WELL_KNOWN),
                        Service.transparencyLog(
                                did, url + "/log", logSigner.key().vkey())));
        return new OwnIdentity(
                did,
                keys,
                logSigner,
                Cosigner.ed25519(origin, keys.log().publicKeyBytes(), keys.log()::sign),
                Body.of(DidDocumentJson.write(document)),
                participant(did, settings.organisation(), clock.instant()),
                settings.node().isDevelopment() ? Admission.DEVELOPMENT : Admission.PRODUCTION);
    }

    String documentText() {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }

    /** What this node knows of itself is what its operator has set. */
    private static Participant participant(Did did, Settings.Organisation organisation, Instant now) {
        var facts = new ArrayList<Fact>();
        add(facts, Fact.Name.NAME, organisation.name(), now);
        add(facts, Fact.Name.COUNTRY, organisation.country(), now);
        add(facts, Fact.Name.ROLE, organisation.role(), now);
        add(facts, Fact.Name.KIND, organisation.kind(), now);
        add(facts, Fact.Name.SECTOR, organisation.sector(), now);
        organisation.subjectTo().forEach(law -> add(facts, Fact.Name.SUBJECT_TO, law, now));
        return new Participant(did, facts, List.of());
    }

    private static void add(List<Fact> facts, Fact.Name name, String value, Instant now) {
        if (!value.isBlank()) {
            LocalDate always = LocalDate.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
            facts.add(new Fact(name, value, "settings of this node", always, Optional.empty(), now));
        }
    }
}
