package dev.licenseflow.billing.spring.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.servers.Server;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP API, and its description, which springdoc generates from the controllers. */
@RestController
@Import({
    ChargesController.class,
    StatementsController.class,
    SettlementsController.class,
    BankReturnsController.class,
    InvoicesController.class,
    ReconciliationController.class,
    AlarmsController.class,
    LedgerOpenApi.class,
    LedgerProblems.class
})
@OpenAPIDefinition(
        info = @Info(title = "Billing ledger", version = "1", description = """
                                What customers owe, how it is settled, and what the processor decided. Amounts are whole cents of \
                                the currency beside them, months are those of the business zone, times are UTC. Ids in a path are \
                                percent-encoded, so the `%` of a charge id is sent as `%25`. The API has no authentication of its \
                                own: put a gateway in front."""),
        servers = @Server(url = "/"))
public class LedgerApi {

    /** A change that a client could notice makes another version of the API. */
    static final String ROOT = "/api/billing/v1";

    private static final String DESCRIPTION = "/openapi.yaml";

    private final OpenApiWebMvcResource generated;

    LedgerApi(OpenApiWebMvcResource generated) {
        this.generated = generated;
    }

    @GetMapping(DESCRIPTION)
    @Operation(operationId = "getDescription", summary = "This description")
    @ApiResponse(
            responseCode = "200",
            description = "OpenAPI 3.1",
            content = @Content(mediaType = MediaType.APPLICATION_YAML_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<byte[]> description(HttpServletRequest request, Locale locale) throws JsonProcessingException {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_YAML)
                .body(generated.openapiYaml(request, DESCRIPTION, locale));
    }
}
