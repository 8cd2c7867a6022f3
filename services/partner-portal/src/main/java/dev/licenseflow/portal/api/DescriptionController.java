package dev.licenseflow.portal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API, which springdoc makes from the controllers. */
@RestController
class DescriptionController {

    private static final String ADDRESS = "/openapi.yaml";

    private final OpenApiWebMvcResource springdoc;

    DescriptionController(OpenApiWebMvcResource springdoc) {
        this.springdoc = springdoc;
    }

    @Operation(summary = "This description; needs no key")
    @SecurityRequirements
    @ApiResponse(
            responseCode = "200",
            description = "The description",
            content = @Content(mediaType = MediaType.APPLICATION_YAML_VALUE, schema = @Schema(type = "string")))
    @GetMapping(path = ADDRESS, produces = MediaType.APPLICATION_YAML_VALUE)
    byte[] description(HttpServletRequest request) throws JsonProcessingException {
        return springdoc.openapiYaml(request, ADDRESS, Locale.ENGLISH);
    }
}
