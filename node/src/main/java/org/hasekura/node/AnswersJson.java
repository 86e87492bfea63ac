package org.hasekura.node;

import java.util.Optional;
import java.util.function.Supplier;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Participant;
import org.hasekura.law.Law;

/** What the management API answers when something was changed: the thing as it stands now, with its version and address. */
final class AnswersJson {

    private final Supplier<Law> law;

    AnswersJson(Supplier<Law> law) {
        this.law = law;
    }

    /** What a commit changes, with the version that it makes. */
    record Changed(long version, Response.Whole answer) {}

    /** Of a commit that is about one thing; empty for any other. */
    Optional<Changed> of(Commit commit) {
        for (Change change : commit.changes()) {
            switch (change) {
                case Change.OfNegotiation(Negotiation now) -> {
                    return Optional.of(new Changed(now.version(), of(now, now.version() == 1)));
                }
                case Change.OfTransfer(Transfer now) -> {
                    return Optional.of(new Changed(now.version(), of(now, now.version() == 1)));
                }
                case Change.OfDataset(Dataset now) -> {
                    return Optional.of(new Changed(now.version(), of(now)));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    Response.Whole of(Negotiation negotiation, boolean isNew) {
        return answer(
                isNew,
                ManagementJson.write(negotiation, law.get()).toString(),
                negotiation.version(),
                ApiPath.of("/api/negotiations", negotiation.pid()));
    }

    Response.Whole of(Transfer transfer, boolean isNew) {
        return answer(
                isNew,
                ManagementJson.write(transfer).toString(),
                transfer.version(),
                ApiPath.of("/api/transfers", transfer.pid()));
    }

    /** A transfer with where its bytes are, while it is started. */
    Response.Whole withAddress(Transfer transfer) {
        return answer(false, ManagementJson.writeWithAddress(transfer).toString(), transfer.version(), "");
    }

    Response.Whole of(Concluded agreement) {
        return Response.json(200, ManagementJson.write(agreement, law.get()).toString());
    }

    /** A participant counts no versions: its tag goes by what the register says of it. */
    static Response.Whole of(Participant participant) {
        Response.Whole answer =
                Response.json(200, ManagementJson.write(participant).toString());
        return answer.with("ETag", EntityTags.ofContent(answer.body()));
    }

    /** As it stands, changed or not. */
    Response.Whole shown(Dataset dataset) {
        return answer(false, ManagementJson.write(dataset).toString(), dataset.version(), "");
    }

    Response.Whole of(Dataset dataset) {
        return answer(
                dataset.version() == 1,
                ManagementJson.write(dataset).toString(),
                dataset.version(),
                ApiPath.of("/api/datasets", dataset.id()));
    }

    private static Response.Whole answer(boolean isNew, String body, long version, String address) {
        Response.Whole answer = Response.json(isNew ? 201 : 200, body).with("ETag", EntityTags.of(version));
        return isNew ? answer.with("Location", address) : answer;
    }
}
