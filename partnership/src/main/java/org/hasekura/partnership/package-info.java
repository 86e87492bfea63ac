/** What two sides promised each other, whether it was kept, who says so, and what follows when it was not. */
@NullMarked
package org.hasekura.partnership;

import org.jspecify.annotations.NullMarked;
