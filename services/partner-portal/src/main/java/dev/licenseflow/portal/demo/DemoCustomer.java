package dev.licenseflow.portal.demo;

import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.List;

/**
 * A customer to try the portal with.
 *
 * @param key with the short name of its partner in front
 * @param monthsAgo in which month it was registered where it can have a past ({@link DemoHistory}): nobody has paid or renewed
 *     since, so after one month it is EXPIRED, or suspended with the month unpaid, after two INACTIVE; 0 is this month
 */
record DemoCustomer(
        String key,
        String name,
        String taxId,
        String system,
        RenewalMethod renewalMethod,
        List<Item> items,
        boolean suspended,
        int monthsAgo) {

    /** The first month of anybody's past. */
    static final int FIRST_MONTH_AGO = 2;

    /** The registration of one is refused, since its Link Móvel lacks the Cloud, so it stays pending. */
    static final List<DemoCustomer> ALL = List.of(
            new DemoCustomer(
                    "norte-01",
                    "Padaria Pão Dourado Ltda.",
                    "30457129000194",
                    "navi",
                    RenewalMethod.MANUAL,
                    List.of(),
                    false,
                    0),
            new DemoCustomer(
                    "norte-02",
                    "Restaurante Sabor da Serra Ltda.",
                    "18726453000165",
                    "link",
                    RenewalMethod.MANAGED_BILLING,
                    List.of(new Item("cloud", 1), new Item("link-garcom", 3), new Item("link-movel", 2)),
                    false,
                    0),
            new DemoCustomer(
                    "norte-03",
                    "Mercearia São Jorge Ltda.",
                    "42901837000151",
                    "link",
                    RenewalMethod.MANUAL,
                    List.of(new Item("cloud", 1)),
                    false,
                    0),
            new DemoCustomer(
                    "norte-04",
                    "Maria Aparecida de Souza",
                    "41728395682",
                    "navi",
                    RenewalMethod.MANUAL,
                    List.of(new Item("pagamento-integrado", 1)),
                    false,
                    1),
            new DemoCustomer(
                    "norte-05",
                    "Pizzaria Bella Napoli Ltda.",
                    "23651894000185",
                    "link",
                    RenewalMethod.MANAGED_BILLING,
                    List.of(new Item("link-garcom", 2), new Item("link-autoatendimento", 1)),
                    false,
                    1),
            new DemoCustomer(
                    "norte-06",
                    "Farmácia Vida Plena Ltda.",
                    "51839276000107",
                    "navi",
                    RenewalMethod.MANAGED_BILLING,
                    List.of(new Item("ordem-pagamento", 1), new Item("cloud", 1)),
                    true,
                    0),
            new DemoCustomer(
                    "norte-07",
                    "Bar do Zé Comércio de Bebidas Ltda.",
                    "A1B2C3D4000193",
                    "link",
                    RenewalMethod.MANUAL,
                    List.of(new Item("link-movel", 1)),
                    false,
                    0),
            new DemoCustomer(
                    "norte-08",
                    "Açaí da Praia Ltda.",
                    "36091427000190",
                    "link",
                    RenewalMethod.MANUAL,
                    List.of(new Item("cloud", 1), new Item("link-movel", 1)),
                    true,
                    1),
            new DemoCustomer(
                    "sul-09",
                    "Churrascaria Gaúcha Ltda.",
                    "27410386000166",
                    "link",
                    RenewalMethod.MANAGED_BILLING,
                    List.of(new Item("cloud", 1), new Item("link-garcom", 5)),
                    false,
                    0),
            new DemoCustomer(
                    "sul-10",
                    "João Batista Ferreira",
                    "52817496337",
                    "navi",
                    RenewalMethod.MANUAL,
                    List.of(),
                    false,
                    0),
            new DemoCustomer(
                    "sul-11",
                    "Livraria Páginas do Sul Ltda.",
                    "63182745000139",
                    "navi",
                    RenewalMethod.MANAGED_BILLING,
                    List.of(new Item("pagamento-integrado", 1)),
                    true,
                    0),
            new DemoCustomer(
                    "sul-12",
                    "Cafeteria Bom Dia Ltda.",
                    "74529183000173",
                    "link",
                    RenewalMethod.MANUAL,
                    List.of(new Item("link-autoatendimento", 2)),
                    false,
                    2),
            new DemoCustomer(
                    "norte-13",
                    "Papelaria Dois Irmãos Ltda.",
                    "85316472000100",
                    "link",
                    RenewalMethod.MANUAL,
                    List.of(new Item("cloud", 1), new Item("ordem-pagamento", 1)),
                    false,
                    2));
}
