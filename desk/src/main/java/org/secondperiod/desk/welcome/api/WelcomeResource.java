package org.secondperiod.desk.welcome.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.secondperiod.desk.welcome.WelcomePage;

/** The page at the root. It needs no token and holds nothing about anybody. */
@Path("/")
@Tag(name = "Welcome")
public class WelcomeResource {

    private final WelcomePage page;

    WelcomeResource(WelcomePage page) {
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(operationId = "welcome", summary = "What this installation is, and where its APIs are described")
    @APIResponse(responseCode = "200", description = "A page for people")
    public String get(@Context UriInfo uri) {
        return page.html(uri.getBaseUri());
    }
}
