/** Words for what people type and read: checks with one-line messages, and "did you mean". */
package org.tailoff.text;
