/** Whether a flow may be sent on a day: dated provisions as data, a flow in, a ruling out. */
@NullMarked
package org.hasekura.law;

import org.jspecify.annotations.NullMarked;
