package org.secondperiod.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./sp images}: makes them and puts them into files, or into a registry. No container engine is needed. */
@Command(
        name = "images",
        description = "Makes container images of the services, without a container engine.",
        mixinStandardHelpOptions = true)
public final class Images implements Callable<Integer> {

    /** JDK 25 as a runtime. Name it with its digest (...@sha256:...) where images must be the same tomorrow. */
    static final String BASE = "docker.io/library/eclipse-temurin:25-jre-noble";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--base",
            defaultValue = BASE,
            description = "the image that they stand on, with a java of 21 or newer. Default: ${DEFAULT-VALUE}")
    private String base = BASE;

    @Option(names = "--tag", required = true, description = "the version, as 1.4.0; never one that moves")
    private String tag = "";

    @Option(names = "--to", description = "a registry and folder (registry.example.org/second-period) to push them to")
    private @Nullable String registry;

    @Option(
            names = "--folder",
            defaultValue = "target/images",
            description = "where they lie as files without --to, for docker load or skopeo copy docker-archive:...")
    private Path folder = Path.of("target/images");

    @Parameters(description = "services; all without any")
    private List<String> services = List.of();

    private Images() {}

    /** Ends with 0 when all are made, and with 3 when one cannot be. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Images())
                .setExecutionExceptionHandler((fault, command, parsed) -> {
                    if (!(fault instanceof ImageException)) {
                        throw fault;
                    }
                    command.getErr().println(fault.getMessage());
                    return 3;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() {
        Path checkout = Path.of(System.getenv().getOrDefault("SP_HOME", ""))
                .toAbsolutePath()
                .normalize();
        if (tag.equals("latest")) {
            throw new ImageException("latest is no version: it is another one tomorrow, and nobody can go back to it");
        }
        Path bill = checkout.resolve("target/second-period.cdx.json");
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
        for (String name : services.isEmpty() ? BuiltService.NAMES : services) {
            ServiceImage image = new ServiceImage(
                    BuiltService.in(checkout, name), tag, Files.exists(bill) ? Optional.of(bill) : Optional.empty());
            out.println(make(name, image, checkout));
        }
        return 0;
    }

    private String make(String name, ServiceImage image, Path checkout) {
        try {
            JibContainerBuilder standing = image.on(Jib.from(known(base)));
            if (registry == null) {
                Path file = checkout.resolve(folder).resolve(name + ".tar");
                Files.createDirectories(file.getParent());
                JibContainer made =
                        standing.containerize(Containerizer.to(TarImage.at(file).named(name + ":" + tag))
                                .setToolName("second-period"));
                return name + ":" + tag + " " + made.getImageId() + " " + file;
            }
            String target = registry + "/" + name + ":" + tag;
            JibContainer made =
                    standing.containerize(Containerizer.to(known(target)).setToolName("second-period"));
            return target + " " + made.getDigest();
        } catch (InvalidImageReferenceException e) {
            throw new ImageException(e.getMessage(), e);
        } catch (RegistryException | ExecutionException | CacheDirectoryCreationException | IOException e) {
            throw new ImageException(
                    "The image of %s could not be made: %s. Can this machine reach %s?"
                            .formatted(name, reason(e), registry == null ? base : base + " and " + registry),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException("Interrupted", e);
        }
    }

    private static String reason(Exception fault) {
        Throwable cause = fault instanceof ExecutionException && fault.getCause() != null ? fault.getCause() : fault;
        return cause.getClass().getSimpleName() + " " + cause.getMessage();
    }

    /** With what docker login or podman login keeps of the registry, where it keeps something. */
    private static RegistryImage known(String name) throws InvalidImageReferenceException {
        ImageReference reference = ImageReference.parse(name);
        CredentialRetrieverFactory kept = CredentialRetrieverFactory.forImage(reference, event -> {});
        return RegistryImage.named(reference)
                .addCredentialRetriever(Images::ofTheEnvironment)
                .addCredentialRetriever(kept.dockerConfig());
    }

    private static Optional<Credential> ofTheEnvironment() {
        String user = System.getenv("SP_REGISTRY_USER");
        String password = System.getenv("SP_REGISTRY_PASSWORD");
        return user == null || password == null ? Optional.empty() : Optional.of(Credential.from(user, password));
    }
}
