package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.words.Language;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.schema.license.LicenseStatus;
import dev.licenseflow.standalone.pipeline.StartPhase;

/** The portal's words for what the records say in codes. */
public record StateWords(Language language) {

    /** What is being started, without a full stop. */
    public String of(StartPhase phase) {
        return language.of(
                switch (phase) {
                    case BROKER -> "Iniciando o broker Kafka";
                    case REGISTRY -> "Iniciando o registro de esquemas";
                    case TOPICS -> "Criando os tópicos";
                    case CATALOG -> "Publicando o catálogo";
                    case DATABASE -> "Iniciando o PostgreSQL";
                    case DEMO_HISTORY -> "Criando o passado dos clientes de demonstração";
                    case PROCESSOR -> "Iniciando o processador de licenças";
                    case LEDGER -> "Iniciando o livro de cobranças";
                    case PORTAL -> "Iniciando o portal de parceiros";
                    case RESTORING -> "Esperando o processador de licenças";
                },
                phase.description());
    }

    String of(Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> language.of("Aplicado", "Applied");
            case QUOTED -> language.of("Orçado, espera a confirmação", "Quoted, waits to be confirmed");
            case REJECTED -> language.of("Recusado", "Refused");
        };
    }

    /** The ledger's word for a settlement, or what it says instead. */
    String settlement(String status) {
        return switch (status) {
            case "PENDING" -> language.of("pendente", "pending");
            case "APPLIED" -> language.of("aplicada", "applied");
            case "REJECTED" -> language.of("recusada", "refused");
            default -> status;
        };
    }

    String of(Channel channel) {
        return switch (channel) {
            case CUSTOMERS -> language.of("Clientes", "Customers");
            case MANUAL_RENEWAL -> language.of("Renovação manual", "Manual renewal");
            case MANAGED_BILLING -> language.of("Gestão de cobranças", "Managed billing");
        };
    }

    String of(LicenseStatus status) {
        return switch (status) {
            case ACTIVE -> language.of("ativo", "active");
            case EXPIRED -> language.of("vencido", "expired");
            case SUSPENDED -> language.of("suspenso", "suspended");
            case INACTIVE -> language.of("inativo", "inactive");
            case UNKNOWN -> language.of("desconhecido", "unknown");
        };
    }
}
