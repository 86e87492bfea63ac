/** Measures: what an exchange, a catalog, a ruling or an entry costs here, beside the limit measured in the same run. */
@NullMarked
package org.hasekura.bench;

import org.jspecify.annotations.NullMarked;
