package org.secondperiod.kit.testing;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.secondperiod.embedded.LocalPostgres;

/** The database of the application under test, as its owner: who sees every row and may change every table. */
public final class TestDatabase {

    private TestDatabase() {}

    /** A way to it that the application does not have. */
    public static Jdbi asOwner() {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return Jdbi.create(url, LocalPostgres.USER, LocalPostgres.PASSWORD).installPlugin(new PostgresPlugin());
    }
}
