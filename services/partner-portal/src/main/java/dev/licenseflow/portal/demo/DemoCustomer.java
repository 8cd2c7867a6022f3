package dev.licenseflow.portal.demo;

import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.List;
import java.util.stream.Stream;

/**
 * A customer to try the portal with.
 *
 * @param key begins with the short name of its partner
 * @param monthsAgo in which month it was registered where it can have a past ({@link DemoHistory}). Nobody has paid or renewed since, so
 *     after one month it is EXPIRED, or suspended with the month unpaid, and after two INACTIVE; 0 is this month
 */
record DemoCustomer(
        String key,
        String name,
        String taxId,
        String system,
        RenewalMethod renewalMethod,
        int monthsAgo,
        boolean suspended,
        List<Item> items) {

    /** How many months ago the first of them was registered. */
    static final int FIRST_MONTH_AGO = 2;

    /** The registration of norte-07 is refused, since its Link Móvel lacks the Cloud, so it stays pending. */
    static final List<DemoCustomer> ALL = """
            norte-01; Padaria Pão Dourado Ltda.;           30457129000194; navi; MANUAL;          0; ;
            norte-02; Restaurante Sabor da Serra Ltda.;    18726453000165; link; MANAGED_BILLING; 0; ; cloud 1, link-garcom 3, link-movel 2
            norte-03; Mercearia São Jorge Ltda.;           42901837000151; link; MANUAL;          0; ; cloud 1
            norte-04; Maria Aparecida de Souza;            41728395682;    navi; MANUAL;          1; ; pagamento-integrado 1
            norte-05; Pizzaria Bella Napoli Ltda.;         23651894000185; link; MANAGED_BILLING; 1; ; link-garcom 2, link-autoatendimento 1
            norte-06; Farmácia Vida Plena Ltda.;           51839276000107; navi; MANAGED_BILLING; 0; suspended; ordem-pagamento 1, cloud 1
            norte-07; Bar do Zé Comércio de Bebidas Ltda.; A1B2C3D4000193; link; MANUAL;          0; ; link-movel 1
            norte-08; Açaí da Praia Ltda.;                 36091427000190; link; MANUAL;          1; suspended; cloud 1, link-movel 1
            sul-09;   Churrascaria Gaúcha Ltda.;           27410386000166; link; MANAGED_BILLING; 0; ; cloud 1, link-garcom 5
            sul-10;   João Batista Ferreira;               52817496337;    navi; MANUAL;          0; ;
            sul-11;   Livraria Páginas do Sul Ltda.;       63182745000139; navi; MANAGED_BILLING; 0; suspended; pagamento-integrado 1
            sul-12;   Cafeteria Bom Dia Ltda.;             74529183000173; link; MANUAL;          2; ; link-autoatendimento 2
            norte-13; Papelaria Dois Irmãos Ltda.;         85316472000100; link; MANUAL;          2; ; cloud 1, ordem-pagamento 1
            """.lines().map(DemoCustomer::parse).toList();

    private static DemoCustomer parse(String line) {
        String[] columns = line.split(";\\s*", -1);
        return new DemoCustomer(
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                RenewalMethod.valueOf(columns[4]),
                Integer.parseInt(columns[5]),
                columns[6].equals("suspended"),
                items(columns[7]));
    }

    private static List<Item> items(String column) {
        return Stream.of(column.split(", "))
                .filter(item -> !item.isEmpty())
                .map(item -> item.split(" ", 2))
                .map(item -> new Item(item[0], Integer.parseInt(item[1])))
                .toList();
    }
}
