package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a customer with managed billing asks for, before its charges are settled or not. */
final class BillingStory {

    private static final String LINK = "link";
    private static final String CLOUD = "cloud";
    private static final String GARCOM = "link-garcom";
    private static final String QUOTED_REQUEST = "r2";

    private final String customerId;
    private final ContractModel contract;
    private Instant quotedAt = Instant.MIN;

    BillingStory(String customerId, ContractModel contract) {
        this.customerId = customerId;
        this.contract = contract;
    }

    String customerId() {
        return customerId;
    }

    ContractModel contract() {
        return contract;
    }

    StoryStep registration() {
        return new StoryStep(
                new Phrase(
                        "Cliente novo com gestão de cobranças: Link, com Cloud",
                        "New customer with managed billing: Link, with Cloud"),
                new Phrase(
                        "Liberado na hora, com a cobrança dos dias que restam (R6, G2)",
                        "Active at once, with a charge for the days left (R6, G2)"),
                request(
                        "r1",
                        Channel.CUSTOMERS,
                        new Command.RegisterCustomer(LINK, RenewalMethod.MANAGED_BILLING, List.of(new Item(CLOUD, 1)))),
                at -> contract.registered(at, Map.of(LINK, 1, CLOUD, 1)));
    }

    /** More licenses on the screen for such customers, and the confirmation of what they cost. */
    List<StoryStep> addition() {
        StoryStep quote = new StoryStep(
                new Phrase(
                        "Dois Link Garçom, na tela Gestão de cobranças",
                        "Two Link Waiter, on the screen Managed billing"),
                new Phrase(
                        "Nada muda ainda: os valores adicionais esperam a confirmação (K1)",
                        "Nothing changes yet: the additional amount waits to be confirmed (K1)"),
                request(
                        QUOTED_REQUEST,
                        Channel.MANAGED_BILLING,
                        new Command.ChangeLicenses(List.of(new LicenseChange(GARCOM, Operation.ADD, 2)))),
                at -> {
                    quotedAt = at;
                    return contract.quoted(at, GARCOM, 2);
                });
        StoryStep confirmation = new StoryStep(
                new Phrase("O usuário confirma os valores adicionais", "The user confirms the additional amount"),
                new Phrase(
                        "Liberado na hora; o custo deve ser quitado antes da renovação (K3, G1)",
                        "Released at once; the cost has to be settled before the renewal (K3, G1)"),
                request("r3", Channel.MANAGED_BILLING, new Command.ConfirmQuote(QUOTED_REQUEST)),
                at -> contract.confirmed(quotedAt, GARCOM, 2));
        return List.of(quote, confirmation);
    }

    private Request request(String requestId, Channel channel, Command command) {
        return new Request(
                requestId,
                customerId,
                "parceiro-1",
                channel,
                Optional.of("ana"),
                OptionalLong.empty(),
                OptionalLong.empty(),
                command);
    }
}
