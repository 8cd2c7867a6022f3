package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.UserError;
import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the help page tells of one customer, as requests and what has to come of them. */
final class HelpPageStory {

    private static final String LINK = "link";
    private static final String CLOUD = "cloud";
    private static final String GARCOM = "link-garcom";
    private static final String MOVEL = "link-movel";
    private static final String QUOTED_REQUEST = "r2";

    private final String customerId;
    private final ContractModel contract;
    private Instant quotedAt = Instant.MIN;

    HelpPageStory(String customerId, ContractModel contract) {
        this.customerId = customerId;
        this.contract = contract;
    }

    /**
     * Checks that a catalog sells what the stories ask for.
     *
     * @throws UserError if it does not
     */
    static void requireProducts(CatalogVersion catalog) {
        List<String> missing = Stream.of(LINK, CLOUD, GARCOM, MOVEL)
                .filter(code -> catalog.product(code).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new UserError("The catalog in force, version " + catalog.version() + ", has no "
                    + String.join(", ", missing) + ", which the story is about");
        }
    }

    List<StoryStep> steps() {
        List<StoryStep> steps = new ArrayList<>();
        steps.add(newCustomer());
        steps.add(oneMore());
        steps.add(confirmation());
        steps.add(cloudLeaves());
        steps.add(mobileWithoutCloud());
        return steps;
    }

    private StoryStep newCustomer() {
        return new StoryStep(
                new Phrase(
                        "Cliente novo: Link, com Cloud e 2 Link Garçom",
                        "New customer: Link, with Cloud and 2 Link Waiter"),
                new Phrase(
                        "Liberado na hora; o primeiro mês é proporcional aos dias que restam (R6, G2)",
                        "Active at once; the first month is charged for the days left (R6, G2)"),
                request(
                        "r1",
                        Channel.CUSTOMERS,
                        new Command.RegisterCustomer(
                                LINK, RenewalMethod.MANUAL, List.of(new Item(CLOUD, 1), new Item(GARCOM, 2)))),
                at -> contract.registered(at, Map.of(LINK, 1, CLOUD, 1, GARCOM, 2)));
    }

    private StoryStep oneMore() {
        return new StoryStep(
                new Phrase("Mais um Link Garçom", "One more Link Waiter"),
                new Phrase(
                        "Nada muda ainda: os valores adicionais esperam a confirmação (K1)",
                        "Nothing changes yet: the additional amount waits to be confirmed (K1)"),
                request(
                        QUOTED_REQUEST,
                        Channel.CUSTOMERS,
                        new Command.ChangeLicenses(List.of(new LicenseChange(GARCOM, Operation.ADD, 1)))),
                at -> {
                    quotedAt = at;
                    return contract.quoted(at, GARCOM, 1);
                });
    }

    private StoryStep confirmation() {
        return new StoryStep(
                new Phrase("O usuário confirma os valores adicionais", "The user confirms the additional amount"),
                new Phrase(
                        "Liberado na hora, pelo valor do orçamento (K3)",
                        "Released at once, at the quoted amount (K3)"),
                request("r3", Channel.CUSTOMERS, new Command.ConfirmQuote(QUOTED_REQUEST)),
                at -> contract.confirmed(quotedAt, GARCOM, 1));
    }

    private StoryStep cloudLeaves() {
        return new StoryStep(
                new Phrase(
                        "Cloud é retirado, na tela Renovação manual", "Cloud is removed, on the screen Manual renewal"),
                new Phrase(
                        "O que está pago fica disponível até o fim do mês (Q2)",
                        "What is paid stays available until the month ends (Q2)"),
                request(
                        "r4",
                        Channel.MANUAL_RENEWAL,
                        new Command.ChangeLicenses(List.of(new LicenseChange(CLOUD, Operation.REMOVE, 1)))),
                at -> contract.removed(CLOUD));
    }

    private StoryStep mobileWithoutCloud() {
        return new StoryStep(
                new Phrase("Um Link Móvel, que precisa de Cloud", "One Link Mobile, which needs Cloud"),
                new Phrase(
                        "Recusado: Cloud ainda está ativo, mas sai no fim do mês (Q3)",
                        "Refused: Cloud is still active, but leaves when the month ends (Q3)"),
                request(
                        "r5",
                        Channel.CUSTOMERS,
                        new Command.ChangeLicenses(List.of(new LicenseChange(MOVEL, Operation.ADD, 1)))),
                at -> contract.refused("DEPENDENCY_MISSING", MOVEL));
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
