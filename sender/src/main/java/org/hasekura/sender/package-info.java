/**
 * The data plane's own server: sends files under an agreement over HTTP/1.1, plain or TLS, with as little work as possible.
 *
 * <p>A few threads with a selector each move everything; no thread belongs to a connection. Whether bytes may go out is not
 * decided here: a {@link org.hasekura.sender.Desk} is asked, and the gate that it opens is looked at before each piece.
 */
@NullMarked
package org.hasekura.sender;

import org.jspecify.annotations.NullMarked;
