package org.secondperiod.kit.requests;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Writes into every service's OpenAPI document which fields of an answer are always there: those of its record that are not
 * {@code @Nullable}. Of what a client sends each resource says itself what must be given.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AnsweredFields implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final String OURS = "org.secondperiod.";

    private final Map<Set<String>, List<ClassInfo>> byFields;

    public AnsweredFields(IndexView classes) {
        // The framework's index has a class once for each of the indexes that it is put together from.
        this.byFields = classes.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(each -> each.name().toString().startsWith(OURS))
                .collect(Collectors.toMap(ClassInfo::name, each -> each, (one, same) -> one))
                .values()
                .stream()
                .collect(Collectors.groupingBy(each -> each.recordComponents().stream()
                        .map(RecordComponentInfo::name)
                        .collect(Collectors.toSet())));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getComponents() == null) {
            return;
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> sent = new HashSet<>();
        Set<String> answered = new HashSet<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> {
                    bodies(operation).forEach(content -> reach(content, schemas, sent));
                    answers(operation).forEach(content -> reach(content, schemas, answered));
                });
        answered.removeAll(sent);
        answered.forEach(name -> require(name, schemas.get(name)));
    }

    private static Stream<Content> bodies(Operation operation) {
        return Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent());
    }

    private static Stream<Content> answers(Operation operation) {
        return Stream.ofNullable(operation.getResponses())
                .flatMap(responses -> responses.getAPIResponses().values().stream())
                .map(response -> response.getContent());
    }

    /** Adds the names of all schemas that this content is made of. */
    private static void reach(Content content, Map<String, Schema> schemas, Set<String> reached) {
        if (content != null) {
            content.getMediaTypes().values().stream()
                    .map(type -> type.getSchema())
                    .forEach(schema -> reach(schema, schemas, reached));
        }
    }

    private static void reach(Schema schema, Map<String, Schema> schemas, Set<String> reached) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (reached.add(name)) {
                reach(schemas.get(name), schemas, reached);
            }
        }
        reach(schema.getItems(), schemas, reached);
        reach(schema.getAdditionalPropertiesSchema(), schemas, reached);
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(each -> reach(each, schemas, reached));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(each -> reach(each, schemas, reached));
        }
    }

    private void require(String name, Schema schema) {
        if (schema == null || schema.getProperties() == null || isSaid(schema.getRequired())) {
            return;
        }
        Set<String> fields = schema.getProperties().keySet();
        List<ClassInfo> records = byFields.getOrDefault(fields, List.of()).stream()
                .filter(each -> isCalled(each, name))
                .toList();
        // Two records of one name and the same fields would have to agree on what may be missing: then none of both is
        // asked.
        if (records.size() == 1) {
            ClassInfo record = records.getFirst();
            fields.stream()
                    .filter(field -> !record.recordComponent(field).type().hasAnnotation(NULLABLE))
                    .toList()
                    .forEach(schema::addRequired);
        }
    }

    private static boolean isSaid(List<String> required) {
        return required != null && !required.isEmpty();
    }

    /** As its annotation or its class says; a second one of a name has a number behind it, one of a type the type's name. */
    private static boolean isCalled(ClassInfo record, String name) {
        var annotation = record.declaredAnnotation(SCHEMA);
        String called = annotation != null && annotation.value("name") != null
                ? annotation.value("name").asString()
                : record.simpleName();
        return name.replaceAll("\\d+$", "").equals(called)
                || name.startsWith(called) && !record.typeParameters().isEmpty();
    }
}
