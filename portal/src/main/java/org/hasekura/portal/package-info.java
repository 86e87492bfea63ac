/** Pages for people, in English and Japanese: records of what a page shows, and pure functions from them to HTML. */
@NullMarked
package org.hasekura.portal;

import org.jspecify.annotations.NullMarked;
