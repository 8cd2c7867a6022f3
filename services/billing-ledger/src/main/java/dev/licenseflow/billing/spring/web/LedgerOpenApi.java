package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.alarm.Alarm;
import dev.licenseflow.billing.bank.BankReturn;
import dev.licenseflow.billing.bank.BankReturn.BankLine;
import dev.licenseflow.billing.invoice.Invoice;
import dev.licenseflow.billing.payment.PaymentProvider.PaymentCodes;
import dev.licenseflow.billing.reconciliation.Reconciliation.CustomerBalance;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettledCharge;
import dev.licenseflow.billing.spring.web.InvoicesController.InvoiceLineView;
import dev.licenseflow.billing.spring.web.InvoicesController.InvoiceView;
import dev.licenseflow.billing.spring.web.LedgerProblems.Problem;
import dev.licenseflow.billing.spring.web.StatementsController.StatementView;
import dev.licenseflow.billing.statement.PartnerMonth;
import dev.licenseflow.billing.statement.PartnerMonth.CustomerMonth;
import dev.licenseflow.billing.statement.StatementTotals;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Completes the generated description: which fields are always present, how months are written, how lists are paged. */
final class LedgerOpenApi implements OpenApiCustomizer {

    private static final List<Class<? extends Record>> ANSWERS = List.of(
            Alarm.class,
            BankLine.class,
            BankReturn.class,
            ChargeView.class,
            ClosedPartition.class,
            CustomerBalance.class,
            CustomerMonth.class,
            Invoice.class,
            InvoiceLineView.class,
            InvoiceView.class,
            LedgerSettlement.class,
            MonthTotals.class,
            PartnerMonth.class,
            PaymentCodes.class,
            Problem.class,
            Reason.class,
            SettledCharge.class,
            StatementTotals.class,
            StatementView.class);

    @Override
    public void customise(OpenAPI description) {
        Map<String, Schema<?>> schemas = new HashMap<>();
        description.getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, (Schema<?>) schema));
        ANSWERS.forEach(answer -> require(schemas, answer));
        schemas.forEach((name, schema) -> {
            if (name.startsWith(ItemPage.class.getSimpleName())) {
                schema.addRequiredItem("items");
            }
            if (schema.getProperties() != null && schema.getProperties().containsKey("month")) {
                describeMonth((Schema<?>) schema.getProperties().get("month"));
            }
        });
        description.getPaths().forEach((path, item) -> {
            if (path.startsWith(LedgerApi.ROOT)) {
                item.readOperations().forEach(LedgerOpenApi::complete);
            }
        });
    }

    /** Any operation may be answered with a problem. */
    private static void complete(Operation operation) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref(Problem.class.getSimpleName()));
        ApiResponse refusal = new ApiResponse()
                .description("It was not done (RFC 9457)")
                .content(new Content().addMediaType("application/problem+json", problem));
        operation.getResponses().addApiResponse(ApiResponses.DEFAULT, refusal);
        operation.getParameters().forEach(LedgerOpenApi::complete);
    }

    /** Every component of an answer is always present, unless it is optional. */
    private static void require(Map<String, Schema<?>> schemas, Class<? extends Record> answer) {
        var named = answer.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        String name = named == null || named.name().isEmpty() ? answer.getSimpleName() : named.name();
        for (RecordComponent component : answer.getRecordComponents()) {
            if (component.getType() != Optional.class) {
                Objects.requireNonNull(schemas.get(name), name).addRequiredItem(component.getName());
            }
        }
    }

    private static void complete(Parameter parameter) {
        switch (parameter.getName()) {
            case "month" -> describeMonth(parameter.getSchema());
            case "size" -> parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(ItemPage.MAX_SIZE));
            case "after" -> {
                if (parameter.getDescription() == null) {
                    parameter.description("The `next` of the page before; the first page is asked for without it");
                }
            }
            default -> {}
        }
    }

    private static void describeMonth(Schema<?> month) {
        month.pattern("^[0-9]{4}-(0[1-9]|1[0-2])$").example("2026-03");
    }
}
