package dev.licenseflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionsIT {

    private final WordsDatabase database = WordsDatabase.create();
    private final Transactions transactions = new Transactions(database.source());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsDoneTogetherIsThereTogether() {
        transactions.run(() -> {
            database.add("one");
            database.add("two");
        });

        assertThat(database.words()).containsExactly("one", "two");
    }

    @Test
    void nothingIsThereIfItThrows() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    database.add("one");
                    throw new IllegalStateException("too late");
                }))
                .hasMessage("too late");

        assertThat(database.words()).isEmpty();
    }

    @Test
    void aTransactionWithinATransactionIsAPartOfIt() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    int before = transactions.call(() -> {
                        database.add("one");
                        return database.words().size();
                    });
                    throw new IllegalStateException("too late for " + before);
                }))
                .hasMessage("too late for 1");

        assertThat(database.words()).isEmpty();
    }
}
