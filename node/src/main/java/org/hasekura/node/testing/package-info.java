/** What stands in for others around a node, for tests. */
@NullMarked
package org.hasekura.node.testing;

import org.jspecify.annotations.NullMarked;
