@NullMarked
package org.hasekura.portal;

import org.jspecify.annotations.NullMarked;
