package org.hasekura.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody has to do because the data move. It follows the flow; it need not be met first.
 *
 * @param id stable, such as {@code SR:4}
 * @param who {@code exporter}, {@code importer} or {@code both}
 * @param until last day, where the law names one
 * @param provision where it comes from
 */
public record Duty(
        String id, String who, String whatEn, String whatJa, Optional<LocalDate> until, Provision provision) {}
