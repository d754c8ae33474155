package org.secondperiod.local.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads every row of every chain and works out its hash again. */
public final class Chains {

    private static final int AT_ONCE = 5_000;
    private static final String HEADS = "SELECT chain, place, hash FROM audit_chain ORDER BY chain";
    private static final String ROWS = """
            SELECT a.place, hash, a.chain::text, a.place::text, (extract(epoch FROM at) * 1000000)::bigint::text, action, outcome,
                   status::text, operation, credential, subject, array_to_string(roles, ' '), address, about,
                   array_to_string(schools, ' '), array_to_string(students, ' '), request_id
              FROM audit a WHERE a.chain = ? ORDER BY a.place""";
    private static final int FIRST_PART = 3;
    private static final int LAST_PART = 17;

    private final Map<Integer, List<String[]>> keptEnds;

    private Chains(List<String> keptEnds) {
        this.keptEnds = keptEnds.stream()
                .map(line -> line.split(" "))
                .collect(Collectors.groupingBy(end -> Integer.valueOf(end[0])));
    }

    /**
     * Verifies all chains as they are at one moment.
     *
     * @param keptEnds ends that an earlier verification has found ({@link Chain#end}); each must still stand where it was, which
     *     shows also that nobody has written a chain anew
     */
    public static List<Chain> verify(Connection database, List<String> keptEnds) throws SQLException {
        database.setAutoCommit(false);
        database.setReadOnly(true);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Chains chains = new Chains(keptEnds);
        List<Chain> found = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement(HEADS);
                ResultSet head = query.executeQuery()) {
            while (head.next()) {
                found.add(chains.verify(database, head.getInt(1), head.getLong(2), head.getBytes(3)));
            }
        }
        database.rollback();
        return found;
    }

    private Chain verify(Connection database, int number, long headPlace, byte[] headHash) throws SQLException {
        long place = 0;
        byte[] hash = sha256(("second-period audit chain " + number).getBytes(StandardCharsets.UTF_8));
        try (PreparedStatement query = database.prepareStatement(ROWS)) {
            query.setFetchSize(AT_ONCE);
            query.setInt(1, number);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long next = row.getLong(1);
                    if (next != place + 1) {
                        return broken(number, place, hash, "row %d is missing".formatted(place + 1));
                    }
                    byte[] worked = sha256(hash, said(row));
                    if (!MessageDigest.isEqual(worked, row.getBytes(2))) {
                        return broken(
                                number,
                                place,
                                hash,
                                "row %d is not as it was written, or the one before it".formatted(next));
                    }
                    place = next;
                    hash = worked;
                    if (!stoodHere(number, place, hash)) {
                        return broken(number, place, hash, "row %d is another one than was kept".formatted(place));
                    }
                }
            }
        }
        if (place != headPlace || !MessageDigest.isEqual(hash, headHash)) {
            return broken(number, place, hash, "it ends with row %d, and its head says %d".formatted(place, headPlace));
        }
        Optional<String[]> beyond = kept(number, place);
        return new Chain(
                number,
                place,
                hash,
                beyond.map(end -> "it ends with row %d, and row %s was kept".formatted(headPlace, end[1])));
    }

    private static Chain broken(int number, long place, byte[] hash, String fault) {
        return new Chain(number, place, hash, Optional.of(fault));
    }

    private boolean stoodHere(int number, long place, byte[] hash) {
        return keptEnds.getOrDefault(number, List.of()).stream()
                .filter(end -> Long.parseLong(end[1]) == place)
                .allMatch(end -> end[2].equals(HexFormat.of().formatHex(hash)));
    }

    private Optional<String[]> kept(int number, long after) {
        return keptEnds.getOrDefault(number, List.of()).stream()
                .filter(end -> Long.parseLong(end[1]) > after)
                .findFirst();
    }

    /** The parts of a row, each with its length in front; a dash where there is none. */
    private static byte[] said(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int part = FIRST_PART; part <= LAST_PART; part++) {
            parts.add(said(row.getString(part)));
        }
        return String.join(",", parts).getBytes(StandardCharsets.UTF_8);
    }

    private static String said(@Nullable String part) {
        return part == null ? "-" : part.getBytes(StandardCharsets.UTF_8).length + ":" + part;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
