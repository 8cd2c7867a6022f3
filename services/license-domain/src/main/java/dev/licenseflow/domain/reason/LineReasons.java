package dev.licenseflow.domain.reason;

import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.request.LicenseChange;
import java.util.List;
import java.util.Map;

/** Reasons that concern one product of a request (C4, D7, Q1, Q3, Q4). */
public final class LineReasons {

    private LineReasons() {}

    public static Reason duplicateProduct(String product) {
        return Reason.of(
                RejectionCode.DUPLICATE_PRODUCT,
                product,
                Map.of(),
                "O produto aparece em mais de uma linha.",
                "The product stands on more than one line.");
    }

    public static Reason unknownProduct(String product, int catalogVersion) {
        return Reason.of(
                RejectionCode.UNKNOWN_PRODUCT,
                product,
                Map.of("catalogVersion", Integer.toString(catalogVersion)),
                "O produto não existe no catálogo.",
                "The catalog does not have this product.");
    }

    public static Reason notAnAddOn(Product product) {
        return Reason.of(
                RejectionCode.NOT_AN_ADD_ON,
                product.code(),
                Map.of("kind", product.kind().name()),
                product.names().pt() + " é um sistema, não um produto auxiliar.",
                product.names().en() + " is a system, not an add-on.");
    }

    public static Reason notASystem(String code) {
        return Reason.of(
                RejectionCode.NOT_A_SYSTEM,
                code,
                Map.of(),
                "O produto informado como sistema não é um sistema do catálogo.",
                "What was given as the system is no system of the catalog.");
    }

    public static Reason dedicatedFlow(Product product) {
        return Reason.of(
                RejectionCode.DEDICATED_FLOW,
                product.code(),
                Map.of("status", product.status().name()),
                product.names().pt() + " é contratado no portal pelo menu próprio, «"
                        + product.names().pt() + "».",
                product.names().en() + " is contracted in the portal through its own menu, '"
                        + product.names().en() + "'.");
    }

    public static Reason notSellable(Product product) {
        return Reason.of(
                RejectionCode.NOT_SELLABLE,
                product.code(),
                Map.of("status", product.status().name()),
                product.names().pt() + " não é mais vendido: a quantidade pode diminuir, não aumentar.",
                product.names().en() + " is no longer sold: its quantity may fall, not rise.");
    }

    public static Reason notEligibleForSystem(Product product, String system) {
        String eligible = String.join(",", product.eligibleSystems());
        return Reason.of(
                RejectionCode.NOT_ELIGIBLE_FOR_SYSTEM,
                product.code(),
                Map.of("system", system, "eligibleSystems", eligible),
                product.names().pt() + " não está disponível para o sistema " + system + ".",
                product.names().en() + " is not available for the system " + system + ".");
    }

    public static Reason quantityOutOfRange(LicenseChange change, Product product, int next) {
        int min = product.quantity().min();
        int max = product.quantity().max();
        return Reason.of(
                RejectionCode.QUANTITY_OUT_OF_RANGE,
                product.code(),
                Map.of(
                        "operation", change.operation().name(),
                        "asked", Integer.toString(change.quantity()),
                        "next", Integer.toString(next),
                        "min", Integer.toString(min),
                        "max", Integer.toString(max)),
                "A quantidade de " + product.names().pt() + " deve ficar entre " + min + " e " + max + ", ou ser 0.",
                "The quantity of " + product.names().en() + " has to be between " + min + " and " + max + ", or 0.");
    }

    public static Reason dependencyMissing(Product product, List<String> missing) {
        String codes = String.join(",", missing);
        return Reason.of(
                RejectionCode.DEPENDENCY_MISSING,
                product.code(),
                Map.of("requires", codes),
                product.names().pt() + " requer também, neste mês e no próximo: " + codes + ".",
                product.names().en() + " also requires, this month and next: " + codes + ".");
    }

    public static Reason dependencyInUse(Product product, List<String> neededBy) {
        String codes = String.join(",", neededBy);
        return Reason.of(
                RejectionCode.DEPENDENCY_IN_USE,
                product.code(),
                Map.of("neededBy", codes),
                product.names().pt() + " não pode sair: ainda é requerido por " + codes + ".",
                product.names().en() + " cannot leave: it is still required by " + codes + ".");
    }
}
