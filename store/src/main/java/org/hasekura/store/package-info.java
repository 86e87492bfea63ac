/** The ports of the rooms on SQL, with group commit. */
@NullMarked
package org.hasekura.store;

import org.jspecify.annotations.NullMarked;
