package org.secondperiod.kit.identity;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Something that takes a role at a school. */
@Path("/v1/who")
public class WhoResource {

    private final Access access;

    WhoResource(Access access) {
        this.access = access;
    }

    @GET
    @Path("/{role}/{school}")
    public String at(@PathParam("role") String role, @PathParam("school") String school) {
        access.as(role).at(school);
        return access.subject();
    }

    @GET
    @Path("/{role}")
    public String everywhere(@PathParam("role") String role) {
        access.as(role).everywhere();
        return access.subject();
    }
}
