/** Who depends on whom: dependency graphs, what they concentrate on, where they break, what a shock does. */
@NullMarked
package org.hasekura.resilience;

import org.jspecify.annotations.NullMarked;
