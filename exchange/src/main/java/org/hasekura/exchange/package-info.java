/** The Dataspace Protocol: catalog, negotiation, transfer, and the engine that moves them. */
@NullMarked
package org.hasekura.exchange;

import org.jspecify.annotations.NullMarked;
