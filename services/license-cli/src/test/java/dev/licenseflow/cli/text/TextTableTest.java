package dev.licenseflow.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandToTheRight() {
        TextTable table =
                TextTable.of("Produto", ">Valor").row("Link Garçom", "R$ 5,36").total("Total", "R$ 43,81");

        assertThat(table.lines())
                .containsExactly(
                        "┌─────────────┬──────────┐",
                        "│ Produto     │    Valor │",
                        "├─────────────┼──────────┤",
                        "│ Link Garçom │  R$ 5,36 │",
                        "├─────────────┼──────────┤",
                        "│ Total       │ R$ 43,81 │",
                        "└─────────────┴──────────┘");
    }

    @Test
    void aRowWithoutACellForEachColumnIsRefused() {
        TextTable table = TextTable.of("a", "b");

        assertThatThrownBy(() -> table.row("1")).hasMessage("1 cells for 2 columns");
    }
}
