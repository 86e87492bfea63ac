@NullMarked
package org.hasekura.document;

import org.jspecify.annotations.NullMarked;
