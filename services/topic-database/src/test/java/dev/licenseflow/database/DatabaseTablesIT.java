package dev.licenseflow.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTablesIT {

    @Test
    void severalInstancesMayUpdateTheTablesAtOnce() {
        try (WordsDatabase database = WordsDatabase.createEmpty()) {
            List.of(1, 2, 3).parallelStream().forEach(instance -> WordsDatabase.TABLES.update(database.source()));
            assertThat(database.client()
                            .sql("select count(*) from flyway_schema_history where version = '1'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}
