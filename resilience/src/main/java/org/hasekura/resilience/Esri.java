package org.hasekura.resilience;

import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The economic systemic risk index of every firm: the share of a network's output that is lost when this firm closes and
 * the loss spreads to customers and suppliers (C. Diem, A. Borsos, T. Reisch, J. Kertész, S. Thurner, Scientific Reports
 * 12:7719, 2022).
 *
 * <p>Let {@code W(i,j)} be the sales of {@code i} to {@code j}, {@code r(i)} a firm's sales, {@code c(j)} its purchases and
 * {@code p(i)} its sector. Each firm has two levels of production between 0 and 1: {@code d}, what its suppliers leave it,
 * and {@code u}, what its customers still order. Both begin at 1, at 0 for the firm that closes, and each sweep renews
 * both from the old ones (Jacobi):
 *
 * <pre>
 *   missing(j,k) = Σ over suppliers i of j in sector k: σ(i) (1 − d(i)) share(i,j)
 *   d(j)         = max(0, min(capacity(j), min over essential k: 1 − missing(j,k), 1 − Σ over linear k: missing(j,k)))
 *   u(i)         = max(0, min(capacity(i), 1 − Σ over customers j: W(i,j)/r(i) (1 − u(j))))
 * </pre>
 *
 * with {@code share(i,j) = W(i,j) / Σ W(i',j) over i' in p(i)} where the goods are essential and {@code W(i,j)/c(j)} where
 * they are linear. {@code σ(i) = min(1, r(i) / Σ r(i') d(i') over i' in p(i))} says how hard a supplier is to replace
 * (its share of what its market can still make), or is 1. Sweeps end when no level moved by more than ε, and the index is
 * {@code Σ r(i)/R (1 − min(d(i), u(i)))}.
 *
 * <p><b>ε is part of the model.</b> {@code W(i,j)/r(i)} adds up to 1 in every row, so that in a closed network the true
 * fixed point of {@code u} is that everything stops; ε = 10⁻² stops long before. {@link #withRevenue} divides by what
 * firms earn outside of the network too: then the fixed point means something, and ε may be small. Every sweep but the
 * last moves a level by more than ε and levels never rise, so there are at most 2·firms/ε sweeps.
 *
 * <p>How it is calculated: only firms with a loss are kept, in a list, and push it along their links; a loss in
 * goods of sector {@code k} at firm {@code j} has a slot of its own, all linear goods of a firm share one, so that
 * {@code 1 − d(j)} is the largest of its slots. Links without effect (class 0) are left out. A firm's closure thus costs
 * as much as the links it reaches, and closures are independent: threads share them out.
 */
public final class Esri {

    /** How hard a supplier is to replace. */
    public enum Replaceability {
        /** Not at all to be replaced: σ = 1. */
        NONE,
        /** As its share of what its sector can still make. */
        MARKET
    }

    /** The threshold of the paper and of its authors' program. */
    public static final double PUBLISHED_EPS = 1e-2;

    private static final int FIRMS_PER_BLOCK = 16;

    private final EsriLinks links;
    private final Replaceability sigma;
    private final double eps;

    private Esri(EsriLinks links, Replaceability sigma, double eps) {
        if (!(eps > 0 && eps <= 1)) {
            throw new IllegalArgumentException("ε must be above 0 and at most 1, not " + eps);
        }
        this.links = links;
        this.sigma = sigma;
        this.eps = eps;
    }

    /** The model of the paper. */
    public static Esri of(FirmNetwork network, Essentiality essentiality, Replaceability sigma, double eps) {
        return new Esri(EsriLinks.of(network, essentiality, network.sales(), network.purchases()), sigma, eps);
    }

    /**
     * The model in which firms also sell to and buy from those outside of the network.
     *
     * @param revenue of each firm, in the unit of the links; where it is less than the firm's links, they count
     * @param costs of each firm, likewise; lowers the weight of linear inputs
     */
    public static Esri withRevenue(
            FirmNetwork network,
            Essentiality essentiality,
            Replaceability sigma,
            double eps,
            double[] revenue,
            double[] costs) {
        return new Esri(
                EsriLinks.of(
                        network, essentiality, atLeast(network.sales(), revenue), atLeast(network.purchases(), costs)),
                sigma,
                eps);
    }

    /** The index of every firm. */
    public EsriScores scores(Workers workers) {
        int[] all = new int[links.firms()];
        for (int firm = 0; firm < all.length; firm++) {
            all[firm] = firm;
        }
        return scores(all, workers, Optional.empty());
    }

    /**
     * The index of some firms.
     *
     * @param firms which; the scores are in this order
     * @param done is told, from any thread, how many more firms are done
     */
    public EsriScores scores(int[] firms, Workers workers, Optional<IntConsumer> done) {
        EsriScores scores = EsriScores.empty(firms.clone(), eps);
        workers.run(firms.length, FIRMS_PER_BLOCK, () -> {
            EsriSweeps sweeps = new EsriSweeps(links, sigma, eps);
            return (from, to) -> {
                for (int i = from; i < to; i++) {
                    sweeps.close(scores.firm(i));
                    scores.set(i, sweeps);
                }
                done.ifPresent(each -> each.accept(to - from));
            };
        });
        return scores;
    }

    /**
     * What happens when several firms lose a part of their capacity at once.
     *
     * @param capacityLoss of each firm, from 0 (none) to 1 (closed)
     */
    public EsriOutcome shock(double[] capacityLoss) {
        EsriSweeps sweeps = new EsriSweeps(links, sigma, eps);
        sweeps.shock(capacityLoss);
        return sweeps.outcome();
    }

    private static double[] atLeast(double[] least, double[] given) {
        if (given.length != least.length) {
            throw new IllegalArgumentException(
                    "there are " + least.length + " firms, but " + given.length + " amounts");
        }
        double[] larger = least.clone();
        for (int i = 0; i < larger.length; i++) {
            larger[i] = Math.max(larger[i], given[i]);
        }
        return larger;
    }
}
