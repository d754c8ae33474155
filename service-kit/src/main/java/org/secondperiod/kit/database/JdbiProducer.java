package org.secondperiod.kit.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.audit.AuditedTransactions;
import org.secondperiod.kit.limits.CountedTransactions;
import org.secondperiod.kit.limits.StudentRates;

/** Makes the JDBI through which all SQL runs. A service without a database starts, and fails only where it would use one. */
@Singleton
class JdbiProducer {

    @Produces
    @Singleton
    @DefaultBean
    Jdbi jdbi(
            Instance<AgroalDataSource> dataSource,
            AuditTrail trail,
            RowScope scope,
            StudentRates rates,
            @ConfigProperty(name = "secondperiod.database.system-role") String systemRole) {
        Jdbi jdbi = Jdbi.create(() -> dataSource.get().getConnection())
                .installPlugin(new PostgresPlugin())
                .registerArgument(new TypedArrays());
        jdbi.getConfig(SystemRole.class).name(systemRole);
        var scoped = new ScopedTransactions(jdbi.getTransactionHandler(), scope);
        jdbi.setTransactionHandler(new AuditedTransactions(new CountedTransactions(scoped, trail, rates), trail));
        return jdbi;
    }
}
