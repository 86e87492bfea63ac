package org.hasekura.resilience;

import java.util.Arrays;

/**
 * How much a customer's sector needs what a supplier's sector makes: not at all, in proportion, or without it production
 * stops. The published matrices come from a survey of industry analysts (Pichler et al. 2022, Zenodo 7113762).
 */
public final class Essentiality {

    /** The supplier's goods are not needed to produce. */
    public static final byte NONE = 0;

    /** Production falls in proportion to what is missing. */
    public static final byte LINEAR = 1;

    /** Production falls to the share of these goods that still comes. */
    public static final byte ESSENTIAL = 2;

    private final int sectors;
    private final byte[] classes;

    private Essentiality(int sectors, byte[] classes) {
        this.sectors = sectors;
        this.classes = classes;
    }

    /**
     * A matrix {@code [supplier sector × customer sector]}, row by row.
     *
     * @param classes each {@link #NONE}, {@link #LINEAR} or {@link #ESSENTIAL}
     */
    public static Essentiality of(int sectors, byte[] classes) {
        if ((long) sectors * sectors != classes.length) {
            throw new IllegalArgumentException(classes.length + " classes make no square of " + sectors + " sectors");
        }
        for (byte each : classes) {
            if (each < NONE || each > ESSENTIAL) {
                throw new IllegalArgumentException("there is no class " + each + "; there are 0, 1 and 2");
            }
        }
        return new Essentiality(sectors, classes.clone());
    }

    /** Every sector needs every other in proportion. */
    public static Essentiality linear(int sectors) {
        byte[] classes = new byte[Math.multiplyExact(sectors, sectors)];
        Arrays.fill(classes, LINEAR);
        return new Essentiality(sectors, classes);
    }

    /** How many sectors there are. */
    public int sectors() {
        return sectors;
    }

    /** What a supplier of one sector is to a customer of another. */
    public byte of(int supplierSector, int customerSector) {
        return classes[supplierSector * sectors + customerSector];
    }
}
