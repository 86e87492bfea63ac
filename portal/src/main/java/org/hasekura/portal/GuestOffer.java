package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Dataset;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;

/** An offer of a dataset as a guest gets it: what was published, narrowed to the purpose that the link is for. */
public final class GuestOffer {

    private GuestOffer() {}

    /** Empty when the dataset no longer has the offer. */
    public static Optional<Offer> of(Dataset dataset, Invitation.Offered offered) {
        return dataset.offer(offered.offerId())
                .map(offer -> offered.purpose()
                        .map(purpose -> offer.withTerms(narrowed(offer.terms(), purpose)))
                        .orElse(offer));
    }

    private static Terms narrowed(Terms terms, String purpose) {
        Constraint wanted = Constraint.Atomic.of("purpose", Operator.IS_A, "urn:hasekura:purpose:" + purpose);
        return new Terms(
                terms.permissions().stream()
                        .map(each -> new Permission(each.action(), with(each.constraints(), wanted), each.duties()))
                        .toList(),
                terms.prohibitions(),
                terms.obligations());
    }

    private static List<Constraint> with(List<Constraint> constraints, Constraint wanted) {
        if (constraints.contains(wanted)) {
            return constraints;
        }
        var all = new ArrayList<>(constraints);
        all.add(wanted);
        return all;
    }
}
