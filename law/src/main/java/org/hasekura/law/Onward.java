package org.hasekura.law;

/**
 * How data that another regime protects came to where it is now.
 *
 * @param originalExporterRegime regime of the first exporter: {@code EU} or {@code UK}
 * @param importerInJapanReliedOn ground of the first hop, {@code A45-3} for an adequacy decision, or {@link Party#UNSTATED}
 */
public record Onward(String originalExporterRegime, String importerInJapanReliedOn) {}
