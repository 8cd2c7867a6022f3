package dev.licenseflow.portal.api;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.RecordJson;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.avro.specific.SpecificRecord;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** The HTTP API for programs. */
@Configuration(proxyBeanMethods = false)
@Import({
    RequestsController.class,
    ApiCustomersController.class,
    DescriptionController.class,
    PortalProblems.class,
    PortalProblems.Unmapped.class,
    RecordSchemas.class
})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Licenseflow partner portal",
                        version = "1",
                        description =
                                "The API for other portals. Every call needs an API key of a partner. It sees and changes only what"
                                        + " is that partner's; the answer for what is another partner's is 404. Amounts are whole cents."
                                        + " Errors are problem details (RFC 9457)."),
        servers = @Server(url = "/"),
        security = @SecurityRequirement(name = "key"))
@SecurityScheme(name = "key", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class PortalApi {

    /** The status codes of the problem details with which an operation may answer, besides 401. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Problems {
        int[] value();
    }

    /** Writes a record of a topic as JSON in one step. */
    @Bean
    JacksonModule topicRecords(BusinessCalendar calendar) {
        RecordJson records = new RecordJson(calendar.zone());
        return new SimpleModule().addSerializer(SpecificRecord.class, new ValueSerializer<>() {
            @Override
            public void serialize(SpecificRecord record, JsonGenerator json, SerializationContext context) {
                records.write(record, json);
            }
        });
    }

    @Bean
    OperationCustomizer describedProblems() {
        return (operation, method) -> {
            Problems problems = method.getMethodAnnotation(Problems.class);
            if (problems != null) {
                for (int status : problems.value()) {
                    operation.getResponses().addApiResponse(String.valueOf(status), problem(status));
                }
                operation.getResponses().addApiResponse("401", problem(HttpStatus.UNAUTHORIZED.value()));
            }
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer problemSchema() {
        Schema<?> problem = new JsonSchema()
                .typesItem("object")
                .addProperty("type", new JsonSchema().typesItem("string"))
                .addProperty("title", new JsonSchema().typesItem("string"))
                .addProperty("status", new JsonSchema().typesItem("integer"))
                .addProperty("detail", new JsonSchema().typesItem("string").description("What is wrong, in English"));
        return description -> description.getComponents().addSchemas("Problem", problem);
    }

    private static ApiResponse problem(int status) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(HttpStatus.valueOf(status).getReasonPhrase())
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
