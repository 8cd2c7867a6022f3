package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.bank.BankReturn;
import dev.licenseflow.billing.bank.BankReturnParser;
import dev.licenseflow.billing.bank.BankReturnRepository;
import dev.licenseflow.billing.bank.BankReturnService;
import dev.licenseflow.billing.idempotency.IdempotentWrites;
import dev.licenseflow.billing.idempotency.IdempotentWrites.StoredAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Files of bank returns. The file is its own key; an Idempotency-Key may be sent, and must not come with another file. */
@RestController
@RequestMapping(LedgerApi.ROOT + "/bank-returns")
class BankReturnsController {

    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int MAX_NAME = 255;

    private final BankReturnService service;
    private final BankReturnRepository repository;
    private final IdempotentWrites writes;
    private final JsonMapper json;

    BankReturnsController(
            BankReturnService service, BankReturnRepository repository, IdempotentWrites writes, JsonMapper json) {
        this.service = service;
        this.repository = repository;
        this.writes = writes;
        this.json = json;
    }

    @Operation(
            operationId = "takeBankReturn",
            summary = "Takes a file of bank returns; good lines are settled, bad ones reported",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "UTF-8, at most 2 MiB and 2,000 lines, with the heading "
                                    + BankReturnParser.HEADING,
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "200",
            description = "The result of each line",
            content = @Content(schema = @Schema(implementation = BankReturn.class)))
    @PostMapping(consumes = "text/csv")
    ResponseEntity<String> take(
            @Parameter(
                            description = "Not needed, since the file is its own key",
                            schema = @Schema(type = "string", minLength = 1, maxLength = IdempotencyKey.MAX_LENGTH))
                    @RequestHeader(IdempotencyKey.HEADER)
                    Optional<String> key,
            @Parameter(schema = @Schema(type = "string", maxLength = MAX_NAME, defaultValue = "retorno.csv"))
                    @RequestParam(defaultValue = "retorno.csv")
                    String fileName,
            InputStream body)
            throws IOException {
        byte[] file = body.readNBytes(MAX_BYTES + 1);
        if (file.length > MAX_BYTES) {
            throw LedgerProblems.refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "FILE_TOO_LARGE",
                    "A file has at most " + MAX_BYTES + " bytes",
                    List.of());
        }
        if (fileName.isBlank() || fileName.length() > MAX_NAME) {
            throw LedgerProblems.badRequest("FILE_NAME_INVALID", "fileName has 1 to " + MAX_NAME + " characters");
        }
        StoredAnswer answer = IdempotencyKey.valid(key)
                .map(given -> writes.once(
                        "bank-return",
                        given,
                        fileName + '\n' + new String(file, StandardCharsets.ISO_8859_1),
                        () -> take(fileName, file)))
                .orElseGet(() -> take(fileName, file));
        return IdempotencyKey.response(answer);
    }

    @Operation(operationId = "getBankReturn", summary = "The results of a file that was taken")
    @GetMapping("/{fileHash}")
    BankReturn one(@Parameter(description = "SHA-256 of its bytes") @PathVariable String fileHash) {
        return repository.find(fileHash).orElseThrow(() -> LedgerProblems.notFound("No such file was taken"));
    }

    private StoredAnswer take(String fileName, byte[] file) {
        return new StoredAnswer(HttpStatus.OK.value(), json.writeValueAsString(service.take(fileName, file)));
    }
}
