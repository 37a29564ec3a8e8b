/** Documents whose words are by hand and whose numbers and figures are from the evidence. */
package org.tailoff.docs;
