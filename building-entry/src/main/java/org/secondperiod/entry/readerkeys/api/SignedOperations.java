package org.secondperiod.entry.readerkeys.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Writes into the OpenAPI document how readers sign, and for which operations that is enough. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SignedOperations implements OASFilter {

    /** What an operation says of a 401 where a signature is enough. */
    public static final String UNAUTHORIZED =
            "No token that can be used, or a signature that is not accepted; the problem says why";

    /** What it says of a 403. */
    public static final String FORBIDDEN = "Neither the token nor a grant allows this, or the key is another reader's";

    /** What it says of a 413. */
    public static final String TOO_LARGE = "A signed body is larger than 1 MiB";

    private static final String TOKEN = "SecurityScheme";
    private static final String SIGNATURE = "ReaderSignature";
    private static final Set<String> SIGNED = Set.of("postScan", "postScanBatch", "postHeartbeat");

    @Override
    public Operation filterOperation(Operation operation) {
        if (SIGNED.contains(operation.getOperationId())) {
            operation.setSecurity(List.of(requirement(TOKEN), requirement(SIGNATURE)));
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        SIGNATURE,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("Signature")
                                .description(
                                        "A reader's own key: HTTP Message Signatures (RFC 9421) with Ed25519, in the headers Signature-Input and Signature, over \"@method\" \"@path\" \"content-type\" \"content-digest\" with the parameters created, keyid and nonce; Content-Digest (RFC 9530) with sha-256 or sha-512. Bodies of up to 1 MiB. See docs/readers.md."));
    }

    private static SecurityRequirement requirement(String scheme) {
        return OASFactory.createSecurityRequirement().addScheme(scheme);
    }
}
