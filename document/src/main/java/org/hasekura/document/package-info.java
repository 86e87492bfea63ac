/** A document that people keep, written as HTML, PDF and DOCX in English or Japanese: the same document gives the same bytes. */
@NullMarked
package org.hasekura.document;

import org.jspecify.annotations.NullMarked;
