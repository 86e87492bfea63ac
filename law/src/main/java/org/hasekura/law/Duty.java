package org.hasekura.law;

/**
 * What somebody has to do because the data move. It follows the flow; it need not be met first.
 *
 * @param id stable, such as {@code SR:4}
 * @param who {@code exporter}, {@code importer} or {@code both}
 * @param until until when it binds, or by when it is to be done
 * @param provision where it comes from
 */
public record Duty(String id, String who, String whatEn, String whatJa, Until until, Provision provision) {}
