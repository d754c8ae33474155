package org.secondperiod.local.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.secondperiod.embedded.LocalPostgres;

/** Holds PostgreSQL: starts it, makes its databases, and stops it when this process is ended. */
public final class PostgresMain {

    private PostgresMain() {}

    /** @param arguments port, data folder, log, and the databases to make */
    public static void main(String[] arguments) throws InterruptedException {
        LocalPostgres postgres =
                LocalPostgres.kept(Integer.parseInt(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        Arrays.stream(arguments).skip(3).forEach(postgres::createDatabase);
        System.out.println("PostgreSQL listens on port " + postgres.port());
        new CountDownLatch(1).await();
    }
}
