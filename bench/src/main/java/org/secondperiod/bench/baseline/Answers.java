package org.secondperiod.bench.baseline;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A baseline's side of its pipe to the bench; {@link Child} is the other. */
final class Answers {

    private Answers() {}

    /** Says that it is ready, then answers line by line until there are no more. */
    static void serve(Function<String, String> answer) throws IOException {
        try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println("ok " + answer.apply(line));
            }
        }
    }
}
