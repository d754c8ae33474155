package org.secondperiod.kit.testing.matrix;

import java.util.Map;

/** A door reader that signs for itself. */
@FunctionalInterface
public interface Signer {

    /** A service that knows no readers sees a signature as no credential at all. */
    Signer UNKNOWN = request -> Map.of(
            "Signature-Input", "door=(\"@method\");created=1;keyid=\"rk-x\";nonce=\"0123456789abcdef\"",
            "Signature", "door=:AAAA:");

    /** The headers that sign a request. */
    Map<String, String> headers(Sample.Parts request);
}
