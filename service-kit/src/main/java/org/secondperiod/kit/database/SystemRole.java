package org.secondperiod.kit.database;

import org.jdbi.v3.core.config.JdbiConfig;

/** The name of the database role that sees the rows of all schools; the service's login is a member of it. */
public final class SystemRole implements JdbiConfig<SystemRole> {

    private String name = "";

    String name() {
        return name;
    }

    void name(String role) {
        name = role;
    }

    @Override
    public SystemRole createCopy() {
        SystemRole copy = new SystemRole();
        copy.name = name;
        return copy;
    }
}
