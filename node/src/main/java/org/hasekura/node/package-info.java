/** The composition root: settings, HTTP server, command line, demo. */
@NullMarked
package org.hasekura.node;

import org.jspecify.annotations.NullMarked;
