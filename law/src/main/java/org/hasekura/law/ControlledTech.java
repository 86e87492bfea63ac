package org.hasekura.law;

import java.util.Optional;

/**
 * Technology on an export control list.
 *
 * @param list {@code EU-ANNEX-I}, {@code JP-FEO-TABLE} or {@code JP-ESPA-FIELD}
 * @param entry the entry of the list, such as {@code 3E001}
 * @param annexIiExcluded whether it is excluded from the general authorisation EU001 (Regulation (EU) 2021/821 Annex II Section I)
 */
public record ControlledTech(String list, Optional<String> entry, boolean annexIiExcluded) {}
