package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.EvidenceBodies;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.portal.DutyStanding;

/** The duties of agreements for pages, by the same service as the management API, with what was stated beside them. */
record PortalDuties(Duties duties, EvidenceBodies bodies) {

    List<DutyStanding> of(String agreementId) throws StoreFailed {
        var standing = new ArrayList<DutyStanding>();
        for (Duties.Duty each : duties.of(agreementId).orElse(List.of())) {
            var stated = new ArrayList<DutyStanding.Stated>();
            for (Duties.Statement statement : each.fulfilled()) {
                stated.add(DutyJson.stated(statement, said(statement.statementHash())));
            }
            standing.add(new DutyStanding(each.id(), each.bearers(), each.dueBy(), stated));
        }
        return standing;
    }

    boolean fulfil(String agreementId, DutyStanding.Statement statement) throws StoreFailed {
        var order = new Duties.Order(statement.duty(), statement.role(), statement.text(), statement.document());
        return duties.fulfil(agreementId, order) instanceof Duties.Stated.Done;
    }

    private Optional<String> said(Hash hash) throws StoreFailed {
        try {
            return bodies.find(hash) instanceof EvidenceBodies.State.Kept kept
                    ? Optional.of(new String(kept.bytes(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            throw new StoreFailed("the statement cannot be read", e);
        }
    }
}
