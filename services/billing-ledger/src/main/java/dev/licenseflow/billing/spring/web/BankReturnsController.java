package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.bank.BankReturnRepository;
import dev.licenseflow.billing.bank.BankReturnService;
import dev.licenseflow.billing.idempotency.IdempotentWrites;
import dev.licenseflow.billing.idempotency.StoredAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Files of bank returns. The file is its own key; an Idempotency-Key may be sent, and is then held to it. */
@RestController
@RequestMapping(Api.ROOT + "/bank-returns")
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

    @PostMapping(consumes = "text/csv")
    ResponseEntity<String> take(
            @RequestHeader(IdempotencyKey.HEADER) Optional<String> key,
            @RequestParam(defaultValue = "retorno.csv") String fileName,
            InputStream body)
            throws IOException {
        byte[] file = body.readNBytes(MAX_BYTES + 1);
        if (file.length > MAX_BYTES) {
            throw new RequestProblem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "FILE_TOO_LARGE",
                    "A file has at most " + MAX_BYTES + " bytes",
                    List.of());
        }
        if (fileName.isBlank() || fileName.length() > MAX_NAME) {
            throw RequestProblem.badRequest("FILE_NAME_INVALID", "fileName has 1 to " + MAX_NAME + " characters");
        }
        StoredAnswer answer = IdempotencyKey.valid(key)
                .map(given -> writes.once(
                        "bank-return",
                        given,
                        fileName + '\n' + new String(file, StandardCharsets.ISO_8859_1),
                        () -> take(fileName, file)))
                .orElseGet(() -> take(fileName, file));
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    @GetMapping("/{fileHash}")
    BankReturnView one(@PathVariable String fileHash) {
        return repository
                .find(fileHash)
                .map(BankReturnView::of)
                .orElseThrow(() -> RequestProblem.notFound("No such file was taken"));
    }

    private StoredAnswer take(String fileName, byte[] file) {
        BankReturnView taken = BankReturnView.of(service.take(fileName, file));
        return new StoredAnswer(HttpStatus.OK.value(), json.writeValueAsString(taken));
    }
}
