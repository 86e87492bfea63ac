/** A node driven by a program: its management API in types, with blocking calls that suit virtual threads. */
@NullMarked
package org.hasekura.client;

import org.jspecify.annotations.NullMarked;
