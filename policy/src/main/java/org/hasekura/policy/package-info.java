/** ODRL offers and agreements as records, their evaluation, and the flow a policy describes. */
@NullMarked
package org.hasekura.policy;

import org.jspecify.annotations.NullMarked;
