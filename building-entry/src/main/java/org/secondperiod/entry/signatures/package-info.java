/** HTTP Message Signatures (RFC 9421) and Content-Digest (RFC 9530): as much of them as a reader needs, and nothing of HTTP servers. */
@NullMarked
package org.secondperiod.entry.signatures;

import org.jspecify.annotations.NullMarked;
