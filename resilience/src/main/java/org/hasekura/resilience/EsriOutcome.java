package org.hasekura.resilience;

/**
 * What a shock does to every firm once it has spread.
 *
 * @param lossDown what each firm cannot make for want of supplies or capacity, from 0 to 1
 * @param lossUp what nobody orders from it any more, from 0 to 1
 * @param lost the share of all sales that is lost, by the larger of the two
 * @param sweeps how many sweeps it took
 */
@SuppressWarnings("ArrayRecordComponent") // One number per firm; nobody compares two of these by equals.
public record EsriOutcome(double[] lossDown, double[] lossUp, double lost, int sweeps) {}
