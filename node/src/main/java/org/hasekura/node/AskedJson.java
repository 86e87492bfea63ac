package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Reason;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import org.hasekura.policy.Terms;
import tools.jackson.databind.JsonNode;

/** What this node's own people ask of exchanges, field by field. */
final class AskedJson {

    /** Who decides and ends where nobody says it. */
    static final String ROLE = "compliance-officer";

    private AskedJson() {}

    /**
     * A dataset that is asked of a peer.
     *
     * @param offer absent: the first that the dataset has
     * @param terms other ones than those of the offer
     */
    record Dataset(Did peer, String id, Optional<String> offer, Optional<Terms> terms) {}

    /** What a person decides, in which role, and why. */
    record Decision(boolean permits, String role, String reason) {}

    /** That an agreement is ended before its time: in which role, and why. */
    record AgreementEnding(String role, String reason) {}

    static AgreementEnding agreementEnding(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = read(body);
        ManagementJson.onlyMembers(node, List.of("reason", "role"));
        return new AgreementEnding(ManagementJson.role(node, ROLE), ManagementJson.text(node, "reason"));
    }

    static Dataset dataset(byte[] body, Admission admission) throws ManagementJson.BadInput {
        JsonNode node = read(body);
        return new Dataset(
                peer(node, admission),
                ManagementJson.text(node, "dataset"),
                ManagementJson.optionalText(node, "offer"),
                node.has("terms") ? Optional.of(ManagementJson.terms(node)) : Optional.empty());
    }

    /**
     * One of this node's own datasets that is offered to a participant.
     *
     * @param offer absent: the first that the dataset has
     */
    record Offering(Did peer, String dataset, Optional<String> offer) {}

    static Offering offering(byte[] body, Admission admission) throws ManagementJson.BadInput {
        JsonNode node = read(body);
        ManagementJson.onlyMembers(node, List.of("peer", "dataset", "offer"));
        return new Offering(
                peer(node, admission),
                ManagementJson.text(node, "dataset"),
                ManagementJson.optionalText(node, "offer"));
    }

    static Did peer(byte[] body, Admission admission) throws ManagementJson.BadInput {
        return peer(read(body), admission);
    }

    private static Did peer(JsonNode node, Admission admission) throws ManagementJson.BadInput {
        return switch (Did.parse(ManagementJson.text(node, "peer"), admission)) {
            case Did.Parse.Parsed(Did did) -> did;
            case Did.Parse.Malformed(String words) -> throw new ManagementJson.BadInput("/peer", "`peer`: " + words);
        };
    }

    /** The id of the agreement whose data are asked for. */
    static String agreement(byte[] body) throws ManagementJson.BadInput {
        return ManagementJson.text(read(body), "agreement");
    }

    static Terms terms(byte[] body) throws ManagementJson.BadInput {
        return ManagementJson.terms(read(body));
    }

    /** Why something is ended or stopped for a while. */
    static Reason ending(byte[] body) throws ManagementJson.BadInput {
        return Reason.of(
                "ended-by-person",
                ManagementJson.optionalText(read(body), "reason").orElse("no reason was given"));
    }

    /** Why a dataset is offered no longer. */
    static String withdrawal(byte[] body) throws ManagementJson.BadInput {
        return ManagementJson.text(ManagementJson.read(body), "reason");
    }

    static Decision decision(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = read(body);
        String decision = ManagementJson.text(node, "decision");
        boolean permits = switch (decision) {
            case "agree" -> true;
            case "refuse" -> false;
            default ->
                throw new ManagementJson.BadInput(
                        "/decision", "`decision` is `" + decision + "`; it can be agree or refuse");
        };
        return new Decision(permits, ManagementJson.role(node, ROLE), ManagementJson.text(node, "reason"));
    }

    /** An act that takes nothing; a body that is there must be JSON all the same. */
    static void nothing(byte[] body) throws ManagementJson.BadInput {
        read(body);
    }

    /** No body at all stands for an empty object. */
    private static JsonNode read(byte[] body) throws ManagementJson.BadInput {
        return body.length == 0 ? ManagementJson.object() : ManagementJson.read(body);
    }
}
